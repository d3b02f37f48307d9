package org.phatthana.plan.workbook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// In what a table counts money. Printed plans often say `(หน่วย : พันบาท)` above it or `ล้านบาท` in its heading.
enum Unit {
    BAHT("", 1),
    THOUSAND("พัน", 1_000),
    TEN_THOUSAND("หมื่น", 10_000),
    HUNDRED_THOUSAND("แสน", 100_000),
    MILLION("ล้าน", 1_000_000);

    private static final Pattern LARGE = Pattern.compile("(พัน|หมื่น|แสน|ล้าน)\\s*บาท");
    private static final Pattern LINE =
            Pattern.compile("\\(?\\s*หน่วย(?:เงิน|นับ)?\\s*:?\\s*(พัน|หมื่น|แสน|ล้าน|)\\s*บาท\\s*\\)?");

    private final String word;
    private final int baht;

    Unit(String word, int baht) {
        this.word = word;
        this.baht = baht;
    }

    /// The unit that a heading's cell names, unless it is plain baht.
    static Optional<Unit> inHeading(String cell) {
        var found = LARGE.matcher(cell);
        return found.find() ? of(found.group(1)) : Optional.empty();
    }

    /// The unit of the tables below a line that says nothing else.
    static Optional<Unit> ofLine(String line) {
        var found = LINE.matcher(line);
        return found.matches() ? of(found.group(1)) : Optional.empty();
    }

    private static Optional<Unit> of(String word) {
        return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
    }

    /// What it is called: `ล้านบาท`.
    String text() {
        return word + "บาท";
    }

    BigDecimal baht() {
        return BigDecimal.valueOf(baht);
    }
}
