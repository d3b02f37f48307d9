package org.phatthana.web;

import java.util.HashMap;
import java.util.Map;
import org.phatthana.packs.Pack;
import org.phatthana.values.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes what is sent to somebody rather than shown to them: words of a language, and addresses with the host.
@Component
public class Letters {

    private final Templates templates;
    private final Texts texts;
    private final Pack pack;
    private final String baseUrl;

    Letters(Templates templates, Texts texts, Pack pack, @Value("${phatthana.base-url}") String baseUrl) {
        this.templates = templates;
        this.texts = texts;
        this.pack = pack;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    /// Whether the settings say under which address readers find this program.
    public boolean haveAnAddress() {
        return !baseUrl.isEmpty();
    }

    /// A letter in a language; in the pack's main one where it has not that one.
    public Letter in(Language language) {
        var known = pack.organization().languages().contains(language)
                ? language
                : pack.organization().mainLanguage();
        var isMain = known.equals(pack.organization().mainLanguage());
        return new Letter(texts, known, isMain ? baseUrl : baseUrl + "/" + known.code(), pack.organization());
    }

    /// A letter as HTML.
    ///
    /// @param template its name without ending; it has the letter as its parameter `letter`
    public String html(Letter letter, String template, Map<String, ?> parameters) {
        var all = new HashMap<String, Object>(parameters);
        all.put("letter", letter);
        return templates.text(template, all);
    }
}
