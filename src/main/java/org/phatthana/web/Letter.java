package org.phatthana.web;

import java.time.LocalDate;
import org.phatthana.packs.Organization;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// What is written to somebody: the words of their language, and addresses that work from outside.
public final class Letter {

    private final Texts texts;
    private final Language language;
    private final String base;
    private final Organization organization;

    Letter(Texts texts, Language language, String base, Organization organization) {
        this.texts = texts;
        this.language = language;
        this.base = base;
        this.organization = organization;
    }

    public Language language() {
        return language;
    }

    public Organization organization() {
        return organization;
    }

    /// An address of this program with its host, in the language of the letter.
    public String href(String address) {
        return base + address;
    }

    public String text(String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }

    public String text(Message message) {
        return texts.text(language, message);
    }

    public String text(Localized localized) {
        return localized.in(language);
    }

    public String date(LocalDate date) {
        return texts.numbers(language).date(date);
    }
}
