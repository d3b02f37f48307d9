package org.phatthana.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One reader's visit in a browser profile of its own. It listens for everything that a page may never do: errors
/// on the console (broken content security policy among them), uncaught exceptions, answers of 500 and more, and
/// requests to other hosts.
public final class Visit implements AutoCloseable {

    /// What is particular about a visit.
    public enum With {
        DARK_COLOURS,
        NO_SCRIPTS
    }

    /// How long a page may take on a machine that does much else.
    private static final int PATIENCE_MILLIS = 60_000;

    private final Reader reader;
    private final String baseUrl;
    private final String journey;
    private final Set<With> with;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Visit(Browser browser, String baseUrl, String journey, Reader reader, With... particulars) {
        this.reader = reader;
        this.baseUrl = baseUrl;
        this.journey = journey;
        this.with = EnumSet.noneOf(With.class);
        this.with.addAll(List.of(particulars));
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(reader.width(), reader.height())
                .setDeviceScaleFactor(reader.onPhone() ? 2 : 1)
                .setIsMobile(reader.onPhone())
                .setHasTouch(reader.onPhone())
                .setLocale(reader.isThai() ? "th-TH" : "en-GB")
                .setTimezoneId("Asia/Bangkok")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(with.contains(With.DARK_COLOURS) ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(!with.contains(With.NO_SCRIPTS)));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(this::hear);
        context.onResponse(this::see);
        context.onRequest(request -> {
            var url = request.url();
            if (!url.startsWith(baseUrl) && !url.startsWith("data:") && !url.startsWith("blob:")) {
                complaints.add("asks another host: " + url);
            }
        });
        context.onWebError(error -> complaints.add("uncaught on " + path() + ": " + error.error()));
        this.page = context.newPage();
    }

    public Reader reader() {
        return reader;
    }

    /// Playwright's page, to click and read.
    public Page page() {
        return page;
    }

    /// Playwright's browser profile, for cookies, the position of the reader, downloads.
    public BrowserContext context() {
        return context;
    }

    /// Opens an address of the program in the reader's language and waits until nothing is loading any more.
    ///
    /// @param address a path without language, for example `/plan?goal=G1`
    public Page open(String address) {
        page.navigate(baseUrl + inLanguage(address));
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        return page;
    }

    /// The address as this reader's pages link it.
    public String inLanguage(String address) {
        return reader.isThai() ? address : "/en" + (address.equals("/") ? "" : address);
    }

    /// One of two words: the Thai reader's or the English reader's.
    public String says(String thai, String english) {
        return reader.isThai() ? thai : english;
    }

    /// Keeps a picture of the whole page in `target/screenshots/<journey>/<name>-<desk|phone>-<th|en>.png`.
    public void photograph(String name) {
        var folder = Path.of("target/screenshots", journey);
        var suffix =
                (with.contains(With.DARK_COLOURS) ? "-dark" : "") + (with.contains(With.NO_SCRIPTS) ? "-plain" : "");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setScale(ScreenshotScale.CSS)
                .setPath(folder.resolve("%s-%s%s.png".formatted(name, reader.code(), suffix))));
    }

    /// Fails if axe-core finds anything against WCAG 2.2 A or AA, or if the page is wider than its window.
    public void checkAccessibility() {
        Accessibility.check(page);
    }

    /// Allows a complaint that the journey provokes, for example the 404 of a page that is not there.
    ///
    /// @param part a part of its text
    public void expectComplaint(String part) {
        expected.add(part);
    }

    /// What the page did that it may not.
    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> expected.stream().noneMatch(complaint::contains))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("console on " + path() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    private void see(Response response) {
        if (response.status() >= 500) {
            complaints.add("answer " + response.status() + " of " + response.url());
        }
    }

    private String path() {
        return context.pages().isEmpty() ? "" : context.pages().getLast().url();
    }
}
