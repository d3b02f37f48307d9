package org.phatthana.database;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/// What this room tells the person at the console, in Thai and English at once: nobody knows yet who reads.
final class Words {

    private static final List<String> LANGUAGES = List.of("th", "en");

    private Words() {}

    /// The sentence in both languages.
    ///
    /// @param separator what stands between them
    static String both(String separator, String key, Object... arguments) {
        return LANGUAGES.stream()
                .map(language -> format(language, key, arguments))
                .collect(Collectors.joining(separator));
    }

    private static String format(String language, String key, Object[] arguments) {
        var pattern = load(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("messages_" + language + " of the room database lack «" + key + "»");
        }
        return new MessageFormat(pattern, Locale.of(language)).format(arguments);
    }

    private static Properties load(String language) {
        var name = "messages_" + language + ".properties";
        var properties = new Properties();
        try (var in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("org/phatthana/database/" + name + " is missing");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
