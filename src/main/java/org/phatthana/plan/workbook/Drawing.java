package org.phatthana.plan.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;

/// Makes GeoJSON of the columns of coordinates: a point, or a line from where a project begins to where it ends.
/// Nothing is guessed; what cannot be meant is told, and its words go into the remark.
final class Drawing {

    private static final Pattern PAIR = Pattern.compile(
            "(?:N|lat(?:itude)?|ละติจูด)?[:=\\s]*(\\d{1,3}\\.\\d{1,15})[°\\s]*(?:N)?[,;/\\s]+"
                    + "(?:E|lon(?:g|gitude)?|ลองจิจูด)?[:=\\s]*(\\d{1,3}\\.\\d{1,15})[°\\s]*(?:E)?",
            Pattern.CASE_INSENSITIVE);

    private final Findings findings;
    private final Home home;

    Drawing(Findings findings, Home home) {
        this.findings = findings;
        this.home = home;
    }

    /// A point as GeoJSON writes it.
    private record Point(String latitude, String longitude) {

        double lat() {
            return Double.parseDouble(latitude);
        }

        double lon() {
            return Double.parseDouble(longitude);
        }

        String json() {
            return "[" + longitude + "," + latitude + "]";
        }
    }

    void take(SheetRow row, Heading table, Draft draft) {
        var points = new ArrayList<Point>();
        end(row, table, draft, List.of(Field.START, Field.START_LAT, Field.START_LON))
                .ifPresent(points::add);
        end(row, table, draft, List.of(Field.END, Field.END_LAT, Field.END_LON)).ifPresent(points::add);
        if (points.size() == 1 || (points.size() == 2 && points.getFirst().equals(points.getLast()))) {
            draft.geometry =
                    "{\"type\":\"Point\",\"coordinates\":" + points.getFirst().json() + "}";
        } else if (points.size() == 2) {
            draft.geometry = "{\"type\":\"LineString\",\"coordinates\":["
                    + points.getFirst().json() + "," + points.getLast().json() + "]}";
        }
    }

    private Optional<Point> end(SheetRow row, Heading table, Draft draft, List<Field> fields) {
        var pair = table.text(row, fields.getFirst());
        var written = pair.isEmpty()
                ? (table.text(row, fields.get(1)) + ", " + table.text(row, fields.getLast())).strip()
                : pair;
        if (written.equals(",") || CellText.isNothing(written)) {
            return Optional.empty();
        }
        var cell = table.cell(row, pair.isEmpty() ? fields.get(1) : fields.getFirst());
        var point = point(written);
        var fault = point.map(this::fault).orElse("coordinates-unreadable");
        if (fault.isEmpty()) {
            return point;
        }
        refuse(row, cell, draft, written, fault);
        return Optional.empty();
    }

    private static Optional<Point> point(String written) {
        var found = PAIR.matcher(CellText.latinDigits(CellText.oneLine(written)));
        return found.matches() ? Optional.of(new Point(found.group(1), found.group(2))) : Optional.empty();
    }

    private String fault(Point point) {
        if (home.ground().holds(point.lat(), point.lon())) {
            return "";
        }
        return home.ground().holds(point.lon(), point.lat()) ? "coordinates-swapped" : "coordinates-outside";
    }

    private void refuse(SheetRow row, SheetCell cell, Draft draft, String written, String fault) {
        findings.note(row, cell, "coordinates", Findings.message(fault, MoneyCells.shortened(written)));
        draft.add(Field.REMARK, "พิกัด: " + written);
    }
}
