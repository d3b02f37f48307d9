package org.phatthana.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The page that is being answered: its language and address, its words and numbers, and what stands around it.
/// Controllers take it as an argument and answer with [#show]; every template has it as its first parameter.
public final class Page {

    private final Templates templates;
    private final Texts texts;
    private final Assets assets;
    private final Language language;
    private final String path;
    private final String query;
    private final boolean fragment;
    private final Supplier<Frame> framing;
    private final Supplier<@Nullable CsrfToken> csrf;
    private final String nonce;
    private final String base;
    private @Nullable Frame frame;

    Page(
            Templates templates,
            Texts texts,
            Assets assets,
            Language language,
            String path,
            String query,
            boolean fragment,
            Supplier<Frame> framing,
            Supplier<@Nullable CsrfToken> csrf,
            String nonce,
            String base) {
        this.templates = templates;
        this.texts = texts;
        this.assets = assets;
        this.language = language;
        this.path = path;
        this.query = query;
        this.fragment = fragment;
        this.framing = framing;
        this.csrf = csrf;
        this.nonce = nonce;
        this.base = base;
    }

    /// The answer: a template with its parameters (besides `page`).
    ///
    /// @param template its name without ending, for example `budget/year`
    public View show(String template, Map<String, ?> parameters) {
        return show(200, template, parameters);
    }

    /// The answer with another status than 200.
    public View show(int status, String template, Map<String, ?> parameters) {
        return templates.view(this, status, template, parameters);
    }

    /// The answer to a form that was taken: another address of this program, in the language of the page.
    public View redirect(String address) {
        var view = new RedirectView(href(address));
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }

    public Language language() {
        return language;
    }

    /// The address of this page without a language.
    public String path() {
        return path;
    }

    /// The address of this page and its query, without a language.
    public String pathAndQuery() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /// Whether htmx asks for a part of the page only.
    public boolean isFragment() {
        return fragment;
    }

    public Frame frame() {
        if (frame == null) {
            frame = framing.get();
        }
        return frame;
    }

    /// An address of this program in the language of the page.
    ///
    /// @param address an absolute path such as `/plan?goal=G1`
    public String href(String address) {
        return href(address, language);
    }

    public String href(String address, Language other) {
        if (other.equals(frame().organization().mainLanguage())) {
            return address;
        }
        return "/" + other.code() + (address.equals("/") ? "" : address);
    }

    /// This page in another language.
    public String translated(Language other) {
        return href(pathAndQuery(), other);
    }

    public List<Language> languages() {
        return frame().organization().languages();
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

    /// A text for a heading, a card or a first line, in which words stay whole at the end of a line.
    public Content words(String text) {
        return language.equals(Language.THAI) ? Unbroken.content(text) : output -> output.writeUserContent(text);
    }

    public Numbers numbers() {
        return texts.numbers(language);
    }

    public String number(long value) {
        return numbers().number(value);
    }

    public String baht(Money money) {
        return numbers().baht(money);
    }

    public String millions(Money money) {
        return numbers().millions(money);
    }

    public String percent(double share) {
        return numbers().percent(share);
    }

    public String year(FiscalYear year) {
        return numbers().year(year);
    }

    public String date(LocalDate date) {
        return numbers().date(date);
    }

    public String moment(Instant instant) {
        return numbers().moment(instant);
    }

    /// The address of a bundled file, with its hash: `app.css`, `app.js`, `map.js`.
    public String asset(String name) {
        return assets.path(name);
    }

    /// The style sheets of every page: the bundled one and those that rooms make from the pack.
    public List<String> styleSheets() {
        return assets.styleSheets();
    }

    /// Whether this page is the one of a link in the menu, or below it.
    public boolean isUnder(String address) {
        return path.equals(address) || (!address.equals("/") && path.startsWith(address + "/"));
    }

    /// The full address, with the host under which the reader reached it or which the settings name.
    public String absolute(String address) {
        return base + address;
    }

    /// The nonce that scripts of this page carry.
    public String nonce() {
        return nonce;
    }

    /// The token that forms carry in a hidden field, empty where there is none.
    public String csrfToken() {
        var token = csrf.get();
        return token == null ? "" : token.getToken();
    }

    public boolean isSignedIn() {
        return frame().account() != null;
    }

    /// Whether the reader is signed in with a role.
    ///
    /// @param role its name in small letters, for example `planner`
    public boolean hasRole(String role) {
        var account = frame().account();
        return account != null && account.roles().contains(role);
    }
}
