package org.phatthana.values;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A text in several languages. Thai is always there; a language that is missing reads in English, else in Thai.
///
/// @param texts language code to text
public record Localized(Map<String, String> texts) {

    public Localized {
        if (!texts.containsKey(Language.THAI.code())) {
            throw new IllegalArgumentException("A localized text has Thai; this one has only " + texts.keySet());
        }
        texts = Map.copyOf(texts);
    }

    public static Localized of(String thai, String english) {
        return new Localized(Map.of(Language.THAI.code(), thai, Language.ENGLISH.code(), english));
    }

    /// The text where only Thai exists, as in a workbook from the office.
    public static Localized thai(String thai) {
        return new Localized(Map.of(Language.THAI.code(), thai));
    }

    public String in(Language language) {
        var text = texts.get(language.code());
        if (text == null) {
            text = texts.get(Language.ENGLISH.code());
        }
        return text == null ? thai() : text;
    }

    public String thai() {
        return Objects.requireNonNull(texts.get(Language.THAI.code()));
    }

    /// Language code to text in the order of the codes, for canonical output.
    public Map<String, String> sorted() {
        return new TreeMap<>(texts);
    }
}
