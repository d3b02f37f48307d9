package org.phatthana.budget.register;

import java.util.Locale;
import java.util.regex.Pattern;

/// The levels of the classification from the widest to the finest (ด้าน แผนงาน งาน งบ หมวด ประเภท รายการ).
enum Level {
    AREA("ด้าน"),
    PROGRAMME("แผนงาน"),
    TASK("งาน"),
    TYPE("งบ"),
    CATEGORY("หมวด"),
    KIND("ประเภท"),
    ITEM("รายการ");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b.:]+");

    private final String thai;

    Level(String thai) {
        this.thai = thai;
    }

    /// What names of this level begin with.
    String thai() {
        return thai;
    }

    /// The key of its column.
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A name as it is compared: without blanks, and with or without the word for its level.
    String bare(String name) {
        var text = BLANKS.matcher(name).replaceAll("");
        return this == ITEM || this == TYPE || !text.startsWith(thai) || text.equals(thai)
                ? text
                : text.substring(thai.length());
    }
}
