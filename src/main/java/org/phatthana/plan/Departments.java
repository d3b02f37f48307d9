package org.phatthana.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;

/// Makes the ways in which one department is written one: line ends, blanks, the same name typed twice.
final class Departments {

    private static final Pattern BRACKETED = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern UNIT = Pattern.compile(
            "(?<=\\S)\\s*(?=(กลุ่มงาน|ฝ่าย(?!บริหาร)|ส่วน(?=ช่าง)|ศูนย์บริการ))|(?<=(ฯ|สำนักปลัดเทศบาล|สำนักปลัด|สุขาภิบาล))\\s*(?=งาน)");

    private Departments() {}

    /// Which names stand for which: one that is cut short with ฯ for the only one that begins alike.
    static Map<String, String> shortened(Collection<String> names) {
        var whole = new HashMap<String, String>();
        for (var name : names) {
            if (name.endsWith("ฯ")) {
                var beginning = name.substring(0, name.length() - 1);
                var candidates = names.stream()
                        .filter(other -> other.startsWith(beginning) && !other.equals(name))
                        .distinct()
                        .toList();
                if (candidates.size() == 1) {
                    whole.put(name, candidates.getFirst());
                }
            }
        }
        return whole;
    }

    /// The department itself, without its units: what lists and filters show.
    static String main(String written) {
        var first = CellText.clean(written).split("\\n")[0];
        var parts = UNIT.split(BRACKETED.matcher(first).replaceAll("").strip());
        return parts.length == 0 || parts[0].isBlank() ? CellText.oneLine(written) : parts[0].strip();
    }
}
