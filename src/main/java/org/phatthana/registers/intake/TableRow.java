package org.phatthana.registers.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.FieldRow;
import org.phatthana.exchange.SheetCell;
import org.phatthana.registers.GeometryKind;
import org.phatthana.values.Message;

/// A row of a workbook or CSV file.
///
/// @param days the columns that hold days
record TableRow(FieldRow row, GeometryKind kind, Set<String> days) implements GivenRow {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    @Override
    public int number() {
        return row.number();
    }

    @Override
    public boolean has(String column) {
        return row.has(column);
    }

    /// The text of a cell; of a day that a workbook keeps as a number, the day. One that it keeps in a year of the
    /// Buddhist Era as if it were of the common one is the day that it was in the Buddhist one.
    @Override
    public String text(String column) {
        var cell = row.cell(column);
        return days.contains(column) && cell.shown() instanceof SheetCell.Numeric
                ? Dates.of(cell)
                        .or(() -> Dates.ofWrongEra(cell))
                        .map(LocalDate::toString)
                        .orElseGet(cell::text)
                : CellText.meant(cell.text());
    }

    @Override
    public Optional<Message> fault(String column) {
        return row.cell(column).shown() instanceof SheetCell.Failed(var _, var code)
                ? Optional.of(Message.of("registers.read.in-error", code))
                : Optional.empty();
    }

    /// What is to be told of some columns: days that the workbook keeps in a wrong era, and formulas of which
    /// nobody knows what they come to.
    List<CellNote> told(Collection<String> columns) {
        return columns.stream()
                .flatMap(column -> told(column).map(message -> note(column, message)).stream())
                .toList();
    }

    private Optional<Message> told(String column) {
        var cell = row.cell(column);
        if (cell instanceof SheetCell.Formula(var _, var expression, var value) && value.isBlank()) {
            return Optional.of(Message.of("registers.read.uncomputed", expression));
        }
        return days.contains(column)
                ? Dates.ofWrongEra(cell).map(day -> Message.of("registers.period.read", row.text(column), day))
                : Optional.empty();
    }

    /// A point of its two columns of degrees, else the shape of its one column of positions. What cannot be read
    /// there is told by [Intake].
    @Override
    public Optional<Geometry> geometry() {
        var lat = CellText.number(row.text(IntakeColumns.LAT));
        var lon = CellText.number(row.text(IntakeColumns.LON));
        return lat.isEmpty() || lon.isEmpty()
                ? PositionText.read(kind, row.text(IntakeColumns.POSITION))
                : Optional.of(SHAPES.createPoint(
                        new Coordinate(lon.get().doubleValue(), lat.get().doubleValue())));
    }

    @Override
    public CellNote note(String column, Message message) {
        return row.note(column, message);
    }
}
