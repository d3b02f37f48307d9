package org.phatthana.registers.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableColumns.Column;
import org.phatthana.registers.Field;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Register;
import org.phatthana.values.Localized;

/// The columns of a register's files: its fields by their labels and aliases, and where and since when an entry is.
final class IntakeColumns {

    static final String ID = "id";
    static final String PLACE = "place";
    static final String TAMBON = "tambon";
    static final String AMPHOE = "amphoe";
    static final String LAT = "lat";
    static final String LON = "lon";
    static final String HOLDS_FROM = "holds_from";
    static final String ENDED = "ended";

    private IntakeColumns() {}

    static TableColumns of(Register register) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(ID, false));
        register.fields().forEach(field -> columns.add(column(register, field)));
        List.of(PLACE, TAMBON, AMPHOE).forEach(key -> columns.add(new Column(key, false)));
        if (register.geometry() == GeometryKind.POINT) {
            List.of(LAT, LON).forEach(key -> columns.add(new Column(key, false)));
        }
        List.of(HOLDS_FROM, ENDED).forEach(key -> columns.add(new Column(key, false)));
        return new TableColumns("registers.file.column.", columns);
    }

    private static Column column(Register register, Field field) {
        var names = new Localized(field.label().texts().entrySet().stream()
                .collect(Collectors.toMap(
                        java.util.Map.Entry::getKey,
                        label -> Stream.concat(Stream.of(label.getValue()), field.aliases().stream())
                                .map(name -> name.replace("|", " "))
                                .collect(Collectors.joining("|")))));
        return new Column(field.code(), field.code().equals(register.nameField()), Optional.of(names));
    }
}
