package org.phatthana.exchange;

import java.util.Optional;
import java.util.regex.Pattern;

/// Sees in Thai text what nobody writes, and programs that read pictures of letters often do.
public final class ThaiReading {

    private static final String VOWELS = "ะ-ฺเ-ๅ็";
    private static final String TONES = "่-๋";

    /// A mark of tone at the end of letters without any vowel, as in บส่.
    private static final Pattern NO_SYLLABLE = Pattern.compile("(?<![ก-๛])[ก-ฮ]{1,3}[" + TONES + "](?![ก-๛])");

    /// Marks without a letter below them, or two of them on one.
    private static final Pattern LOOSE_MARK = Pattern.compile("(?:^|[^ก-๎])[ัิ-ฺ็-๎]|[" + TONES + "]{2}|[ิ-ู]{2}");

    /// Latin letters or digits within a Thai word.
    private static final Pattern MIXED = Pattern.compile("[" + VOWELS + "][A-Za-z0-9][ก-ฮ" + VOWELS + "]");

    /// Signs that stand for letters which were lost.
    private static final Pattern LOST = Pattern.compile("[\\uFFFD\\uF700-\\uF71A\\u00a4]");

    private ThaiReading() {}

    /// The first thing in a text that reads like a slip.
    public static Optional<String> slip(String text) {
        for (var pattern : new Pattern[] {NO_SYLLABLE, LOOSE_MARK, MIXED, LOST}) {
            var found = pattern.matcher(text);
            if (found.find()) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }
}
