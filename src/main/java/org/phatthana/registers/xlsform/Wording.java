package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// What a form says in its languages: columns such as `label::Thai (th)`, and `label` alone in its default
/// language.
final class Wording {

    private static final String THAI = Language.THAI.code();
    private static final String ENGLISH = Language.ENGLISH.code();
    private static final Pattern CODE = Pattern.compile("(?:.*\\(\\s*)?([A-Za-z]{2,3})(?:-[A-Za-z]+)?(?:\\s*\\))?");
    private static final Pattern THAI_LETTER = Pattern.compile("[\\u0e01-\\u0e5b]");
    private static final Map<String, String> NAMES = Map.of(
            "thai", THAI, "ไทย", THAI, "ภาษาไทย", THAI, "english", ENGLISH, "อังกฤษ", ENGLISH, "ภาษาอังกฤษ", ENGLISH);
    private static final String BETWEEN = "::";

    private final String bare;
    private final List<CellNote> notes = new ArrayList<>();

    Wording(FormFile form) {
        var stated = form.setting("default_language");
        bare = code(stated)
                .orElseGet(() -> form.survey().stream()
                                .flatMap(sheet -> sheet.rows().stream())
                                .anyMatch(row ->
                                        THAI_LETTER.matcher(row.text("label")).find())
                        ? THAI
                        : ENGLISH);
        form.survey().ifPresent(this::check);
        form.choices().ifPresent(this::check);
    }

    private void check(FormSheet sheet) {
        for (var heading : sheet.headings()) {
            var parts = heading.split(BETWEEN, 2);
            if (parts.length == 2
                    && (parts[0].equals("label") || parts[0].equals("hint"))
                    && code(parts[1]).isEmpty()) {
                notes.add(sheet.note(heading, Message.of("registers.xlsform.left.language", parts[1])));
            }
        }
    }

    /// Languages that nobody can tell.
    List<CellNote> notes() {
        return notes;
    }

    private static Optional<String> code(String written) {
        var name = written.strip().toLowerCase(Locale.ROOT);
        if (NAMES.containsKey(name)) {
            return Optional.of(NAMES.get(name));
        }
        var code = CODE.matcher(name);
        return code.matches() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /// The text of a column in all languages of the row. Where Thai or English is missing the other stands in for
    /// it.
    ///
    /// @return empty where none of them says anything
    Optional<Localized> of(FormSheet.Row row, String column) {
        var texts = new LinkedHashMap<String, String>();
        for (var heading : row.sheet().headings()) {
            var parts = heading.split(BETWEEN, 2);
            if (!parts[0].equals(column) || row.line(heading).isEmpty()) {
                continue;
            }
            var language = parts.length == 1 ? Optional.of(bare) : code(parts[1]);
            language.ifPresent(code -> texts.putIfAbsent(code, row.line(heading)));
        }
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        var any = texts.values().iterator().next();
        var standIn = texts.getOrDefault(ENGLISH, any);
        texts.putIfAbsent(THAI, standIn);
        texts.putIfAbsent(ENGLISH, texts.get(THAI));
        return Optional.of(new Localized(texts));
    }

    /// What stands in for a text that a row does not have in Thai or English, where its sheet has it in both.
    List<CellNote> missing(FormSheet.Row row, String column) {
        var missing = new ArrayList<CellNote>();
        for (var heading : row.sheet().headings()) {
            var parts = heading.split(BETWEEN, 2);
            var language = parts.length == 1 ? Optional.of(bare) : code(parts[1]);
            if (parts[0].equals(column)
                    && row.line(heading).isEmpty()
                    && language.filter(code -> code.equals(THAI) || code.equals(ENGLISH))
                            .isPresent()) {
                missing.add(row.note(heading, Message.of("registers.xlsform.note.untranslated")));
            }
        }
        return missing;
    }

    /// The Thai or English that a form has nowhere.
    Optional<Message> absent(FormSheet survey) {
        var languages = survey.headings().stream()
                .map(heading -> heading.split(BETWEEN, 2))
                .filter(parts -> parts[0].equals("label"))
                .flatMap(parts -> parts.length == 1 ? Optional.of(bare).stream() : code(parts[1]).stream())
                .toList();
        if (!languages.contains(THAI)) {
            return Optional.of(Message.of("registers.xlsform.note.no-thai"));
        }
        return languages.contains(ENGLISH)
                ? Optional.empty()
                : Optional.of(Message.of("registers.xlsform.note.no-english"));
    }
}
