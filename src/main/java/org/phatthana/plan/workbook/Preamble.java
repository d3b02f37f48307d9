package org.phatthana.plan.workbook;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;

/// What a line of text outside the table says.
///
/// @param text the line without its numbering where that belongs to the form and not to the name
public record Preamble(Kind kind, String text) {

    /// What such a line is about.
    public enum Kind {
        TITLE,
        /// Words of the form itself: its number, what is listed, whose plan it is.
        FORM,
        /// Higher plans that the plan is aligned to (ก–จ).
        ALIGNMENT,
        STRATEGY,
        ISSUE,
        TACTIC,
        PROGRAMME
    }

    private static final int LONGEST = 600;
    private static final String NUMBERED = "^\\(?\\d{0,2}(\\.\\d{1,2})*[.)]?\\s*";
    private static final Pattern TITLE =
            Pattern.compile("^แผนพัฒนา(ท้องถิ่น|ห้าปี|สี่ปี|องค์การ|เทศบาล|จังหวัด|ตำบล).*");
    private static final Pattern FORM = Pattern.compile(
            "^(แบบ|รายละเอียดโครงการ|บัญชีโครงการ|รายละเอียดแผน|โครงการพัฒนา|สำหรับ|องค์การบริหารส่วน|เทศบาล|หน่วย\\s*:|\\(?\\s*หน่วย.*บาท|หน้า|ส่วนที่|ผ\\.?\\s*0|บัญชี|\\(?ต่อ|เพิ่มเติม|แก้ไข|เปลี่ยนแปลง).*");
    private static final Pattern LETTERED = Pattern.compile("^[ก-ฌ]\\s*[.)].*");
    private static final Pattern HIGHER = Pattern.compile(
            ".*(ยุทธศาสตร์ชาติ|ยุทธศาสตร์จังหวัด|ยุทธศาสตร์กลุ่มจังหวัด|แผนพัฒนาเศรษฐกิจและสังคม|เป้าหมายการพัฒนาที่ยั่งยืน|SDG|แผนแม่บท|แผนการปฏิรูป|ในเขตจังหวัด|แผนพัฒนาจังหวัด|แผนพัฒนาภาค|หมุดหมาย).*");
    private static final Pattern STRATEGY = Pattern.compile(NUMBERED + "ยุทธศาสตร์.*");
    private static final Pattern ISSUE = Pattern.compile(NUMBERED + "ประเด็น.*");
    private static final Pattern TACTIC = Pattern.compile(NUMBERED + "(กลยุทธ์|กลยุทธ|แนวทาง|เป้าประสงค์).*");
    private static final Pattern PROGRAMME = Pattern.compile(NUMBERED + "(แผนงาน|ผง\\.|แผนง\\.).*");

    /// What a heading is called where its own words do not say what it is, as the program's own forms write it.
    private static final Map<Kind, String> LABELS = Map.of(
            Kind.STRATEGY, "ยุทธศาสตร์: ",
            Kind.ISSUE, "ประเด็นการพัฒนา: ",
            Kind.TACTIC, "กลยุทธ์: ",
            Kind.PROGRAMME, "แผนงาน: ");

    /// The line that says a heading, so that it is read as the same heading again.
    public static String line(Kind kind, String heading) {
        var isIssueOrStrategy = kind == Kind.STRATEGY || kind == Kind.ISSUE;
        return of(heading)
                .filter(read -> read.kind() == kind
                        || (isIssueOrStrategy && (read.kind() == Kind.STRATEGY || read.kind() == Kind.ISSUE)))
                .filter(read -> read.text().equals(heading))
                .map(Preamble::text)
                .orElseGet(() -> LABELS.get(kind) + heading);
    }

    /// What a line says, if it is one of the lines that stand around tables of this form.
    static Optional<Preamble> of(String line) {
        var text = CellText.oneLine(line);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        for (var label : LABELS.entrySet()) {
            if (text.startsWith(label.getValue())) {
                return Optional.of(new Preamble(
                        label.getKey(), text.substring(label.getValue().length())));
            }
        }
        var plain = CellText.latinDigits(text);
        return kind(plain)
                .map(kind -> new Preamble(kind, kind == Kind.PROGRAMME ? text.replaceFirst(NUMBERED, "") : text));
    }

    private static Optional<Kind> kind(String line) {
        if (LETTERED.matcher(line).matches() || (HIGHER.matcher(line).matches() && line.length() < 300)) {
            return Optional.of(Kind.ALIGNMENT);
        } else if (STRATEGY.matcher(line).matches()) {
            return Optional.of(Kind.STRATEGY);
        } else if (ISSUE.matcher(line).matches()) {
            return Optional.of(Kind.ISSUE);
        } else if (TACTIC.matcher(line).matches()) {
            return Optional.of(Kind.TACTIC);
        } else if (PROGRAMME.matcher(line).matches() && line.length() <= 150) {
            return Optional.of(Kind.PROGRAMME);
        } else if (TITLE.matcher(line).matches()) {
            return Optional.of(Kind.TITLE);
        }
        return FORM.matcher(line).matches() ? Optional.of(Kind.FORM) : Optional.empty();
    }
}
