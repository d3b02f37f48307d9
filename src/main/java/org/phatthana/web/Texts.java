package org.phatthana.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.phatthana.packs.Pack;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The words of every room: `org/phatthana/<room>/messages_<language>.properties`, in ICU's message format.
///
/// A key begins with its room's name. A key that a language lacks reads in English, else in Thai; one that no
/// language has is a bug and says so.
@Component
public class Texts {

    private final Map<Language, Map<String, MessageFormat>> formats = new HashMap<>();
    private final Map<Language, Numbers> numbers = new HashMap<>();

    private final List<Language> languages;

    Texts(Pack pack) {
        languages = pack.organization().languages();
        for (var language : languages) {
            formats.put(language, load(language));
            numbers.put(language, new Numbers(language));
        }
    }

    /// The text of a key with its places filled.
    ///
    /// @param arguments numbers, strings, [Money], [FiscalYear], [Localized], [Message], months or dates
    public String text(Language language, String key, Object... arguments) {
        var format = find(language, key);
        var shown = new Object[arguments.length];
        for (var i = 0; i < arguments.length; i++) {
            shown[i] = shown(language, arguments[i]);
        }
        synchronized (format) {
            return format.format(shown);
        }
    }

    public String text(Language language, Message message) {
        return text(language, message.key(), message.arguments().toArray());
    }

    /// A text in every language of the pack, for what is kept or told without a reader.
    public Localized everywhere(Message message) {
        return new Localized(
                languages.stream().collect(Collectors.toMap(Language::code, language -> text(language, message))));
    }

    /// The languages of the pack, its main one first.
    public List<Language> languages() {
        return languages;
    }

    public boolean has(String key) {
        return formats.values().stream().anyMatch(texts -> texts.containsKey(key));
    }

    /// All keys of a language, for the test that languages are in step.
    public Set<String> keys(Language language) {
        return Set.copyOf(formats.getOrDefault(language, Map.of()).keySet());
    }

    /// How numbers, money, years and dates are written in a language.
    public Numbers numbers(Language language) {
        return numbers.computeIfAbsent(language, Numbers::new);
    }

    private Object shown(Language language, Object argument) {
        return switch (argument) {
            case Money money -> numbers(language).baht(money);
            case FiscalYear year -> numbers(language).year(year);
            case Localized localized -> localized.in(language);
            case Message message -> text(language, message);
            case java.time.LocalDate date -> numbers(language).date(date);
            case YearMonth month -> numbers(language).month(month);
            case Long count -> count;
            case Integer count -> count;
            default -> argument.toString();
        };
    }

    private MessageFormat find(Language language, String key) {
        for (var candidate : List.of(language, Language.ENGLISH, Language.THAI)) {
            var format = formats.getOrDefault(candidate, Map.of()).get(key);
            if (format != null) {
                return format;
            }
        }
        throw new IllegalArgumentException("No language has a text «" + key + "»");
    }

    private static Map<String, MessageFormat> load(Language language) {
        var found = new HashMap<String, MessageFormat>();
        var locale = new ULocale(language.code());
        try {
            var pattern = "classpath*:org/phatthana/*/messages_" + language.code() + ".properties";
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (var key : properties.stringPropertyNames()) {
                    if (found.put(key, new MessageFormat(properties.getProperty(key), locale)) != null) {
                        throw new IllegalStateException("Two rooms have the text «" + key + "» in " + language);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(found);
    }
}
