package org.phatthana.plan;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;

/// How offices call an edition of a plan: `แก้ไข ครั้งที่ 2/2568`. In the order of these names editions most likely
/// came one after another.
///
/// @param sequence it is the n-th of its type in its year
/// @param year of the Buddhist Era
public record EditionName(Edition.Type type, int sequence, int year) implements Comparable<EditionName> {

    private static final Pattern NAME =
            Pattern.compile("(เพิ่มเติมกรณีเร่งด่วน|(?<!แก้ไข)เพิ่มเติม|เปลี่ยนแปลง|แก้ไข)\\s*\\(?"
                    + "(?:ครั้งที่|ฉบับที่|ที่)?\\s*(\\d{1,3})\\s*\\)?\\s*(?:/|ปี|พ\\.?\\s?ศ\\.?|\\s)"
                    + "\\s*(?:ปี|พ\\.?\\s?ศ\\.?)?\\s*((?:25|26|20)\\d\\d)(?!\\d)");
    private static final Pattern FIRST = Pattern.compile("|original|base|ฉบับแรก|ฉบับเดิม|แผนเดิม|แผนแรก|-");
    private static final Comparator<EditionName> ORDER = Comparator.comparingInt(EditionName::year)
            .thenComparingInt(EditionName::sequence)
            .thenComparing(EditionName::type);

    /// The edition that a text names, if it names one.
    public static Optional<EditionName> in(String text) {
        var found = NAME.matcher(CellText.latinDigits(CellText.oneLine(text)));
        if (!found.find()) {
            return Optional.empty();
        }
        var sequence = Integer.parseInt(found.group(2));
        var year = Integer.parseInt(found.group(3));
        return sequence == 0
                ? Optional.empty()
                : Optional.of(new EditionName(
                        switch (found.group(1)) {
                            case "เพิ่มเติม" -> Edition.Type.ADDED;
                            case "เปลี่ยนแปลง" -> Edition.Type.CHANGED;
                            case "แก้ไข" -> Edition.Type.CORRECTED;
                            default -> Edition.Type.URGENT;
                        },
                        sequence,
                        year < 2400 ? year + FiscalYear.OFFSET : year));
    }

    /// Whether a text says that there was no edition but the first.
    public static boolean isFirst(String text) {
        return FIRST.matcher(CellText.oneLine(text).toLowerCase(java.util.Locale.ROOT))
                .matches();
    }

    /// The name as fields of forms have it: `added-2-2566`.
    public String code() {
        return type.code() + "-" + sequence + "-" + year;
    }

    /// Whether projects begin in editions of this name.
    boolean begins() {
        return type == Edition.Type.ADDED;
    }

    public Localized title() {
        return Edition.title(type, sequence, year);
    }

    @Override
    public int compareTo(EditionName other) {
        return ORDER.compare(this, other);
    }
}
