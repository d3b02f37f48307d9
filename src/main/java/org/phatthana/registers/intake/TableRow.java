package org.phatthana.registers.intake;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.FieldRow;
import org.phatthana.registers.GeometryKind;
import org.phatthana.values.Message;

/// A row of a workbook or CSV file.
record TableRow(FieldRow row, GeometryKind kind) implements GivenRow {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    @Override
    public int number() {
        return row.number();
    }

    @Override
    public boolean has(String column) {
        return row.has(column);
    }

    @Override
    public String text(String column) {
        return row.cell(column).text();
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
