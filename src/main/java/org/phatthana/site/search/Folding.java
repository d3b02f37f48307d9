package org.phatthana.site.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Map;

/// Brings what people type and what is written to one form: Thai digits become Latin, case and width go, and, for
/// the tolerant form, tone marks go and letters that sound alike become one.
final class Folding {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();

    /// Letters that Thai writers take for one another, to the most common of them.
    private static final Map<Character, Character> ALIKE = Map.ofEntries(
            Map.entry('ศ', 'ส'),
            Map.entry('ษ', 'ส'),
            Map.entry('ซ', 'ส'),
            Map.entry('ณ', 'น'),
            Map.entry('ฎ', 'ด'),
            Map.entry('ฏ', 'ต'),
            Map.entry('ฐ', 'ท'),
            Map.entry('ถ', 'ท'),
            Map.entry('ธ', 'ท'),
            Map.entry('ฒ', 'ท'),
            Map.entry('ฑ', 'ท'),
            Map.entry('ฆ', 'ค'),
            Map.entry('ข', 'ค'),
            Map.entry('ฬ', 'ล'),
            Map.entry('ร', 'ล'),
            Map.entry('ญ', 'ย'),
            Map.entry('ฌ', 'ช'),
            Map.entry('ภ', 'พ'),
            Map.entry('ผ', 'พ'),
            Map.entry('ใ', 'ไ'));

    private Folding() {}

    /// The exact form: NFKC, small letters, Latin digits, one space between words.
    static String exact(String text) {
        // NFKC takes ำ apart into nikhahit and aa; put it together again, as people type it.
        var folded = NFKC.normalize(text.replace("\u200b", "")).replace("\u0e4d\u0e32", "\u0e33");
        var result = new StringBuilder(folded.length());
        folded.codePoints()
                .forEach(point ->
                        result.appendCodePoint(UCharacter.isDigit(point) ? '0' + UCharacter.digit(point) : point));
        return result.toString().strip().replaceAll("\\s+", " ");
    }

    /// The tolerant form: the exact one without spaces, tone marks and other marks that are easily left out, and
    /// with letters that sound alike made one.
    static String tolerant(String text) {
        var exact = exact(text);
        var result = new StringBuilder(exact.length());
        for (var i = 0; i < exact.length(); i++) {
            var letter = exact.charAt(i);
            var isLeftOut =
                    letter == ' ' || letter == '.' || letter == '-' || (letter >= '\u0e47' && letter <= '\u0e4e');
            if (!isLeftOut) {
                result.append(ALIKE.getOrDefault(letter, letter).charValue());
            }
        }
        return result.toString();
    }
}
