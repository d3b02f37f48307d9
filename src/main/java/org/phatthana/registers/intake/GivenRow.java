package org.phatthana.registers.intake;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.Message;

/// One entry as a file has it.
interface GivenRow {

    /// Its number in the file, from 1.
    int number();

    /// Whether the file has a column for a field.
    boolean has(String column);

    /// What is written in a column; empty where there is none.
    String text(String column);

    /// Its shape, where the file has one.
    Optional<Geometry> geometry();

    /// Why what is written in a column is nothing to read, where it is.
    default Optional<Message> fault(String column) {
        return Optional.empty();
    }

    CellNote note(String column, Message message);
}
