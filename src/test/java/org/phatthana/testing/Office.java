package org.phatthana.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;

/// What the people of an office do before they can work: the first administrator, accounts, passwords.
public final class Office {

    /// The password that everyone here chooses.
    public static final String PASSWORD = "river lamp correct horse";

    /// The first administrator's user name.
    public static final String FIRST = "orathai";

    private static final Duration LONG = Duration.ofMinutes(2);

    private Office() {}

    /// Makes the first administrator by the code on the console.
    public static void createTheFirst(Visit visit, RunningPhatthana server) {
        var line = server.console().stream()
                .filter(text -> text.contains("/first-run?code="))
                .findFirst()
                .orElseThrow();
        visit.open(line.substring(line.indexOf("/first-run?code=")).strip());
        visit.photograph("first-run");
        visit.checkAccessibility();
        visit.page().fill("#displayName", "อรทัย ดูแล");
        visit.page().fill("#userName", FIRST);
        visit.page().fill("#password", PASSWORD);
        visit.page().fill("#passwordAgain", PASSWORD);
        visit.page().click("main form button[type=submit]");
        assertThat(visit.page().url()).endsWith("/people");
    }

    /// Signs the first administrator in, whom an earlier journey may have made.
    public static void administrator(Visit visit, RunningPhatthana server) throws IOException {
        var command = server.command("password", FIRST, "--enable");
        if (command.exit(LONG) == 0) {
            signIn(visit, FIRST, command.said().strip());
            choosePassword(visit, command.said().strip());
        } else {
            createTheFirst(visit, server);
        }
    }

    public static void signIn(Visit visit, String userName, String password) {
        visit.open("/sign-in");
        visit.photograph("sign-in");
        visit.checkAccessibility();
        visit.page().fill("#userName", userName);
        visit.page().fill("#password", password);
        visit.page().click("main form:has(#userName) button[type=submit]");
    }

    /// Exchanges an initial password for one's own.
    public static void choosePassword(Visit visit, String initial) {
        visit.page().fill("#present", initial);
        visit.page().fill("#password", PASSWORD);
        visit.page().fill("#passwordAgain", PASSWORD);
        visit.page().click("main form button[type=submit]");
    }

    /// An administrator makes an account, whose owner signs in at once.
    public static void join(Visit administrator, Visit newcomer, String name, String userName, String role) {
        administrator.open("/people");
        var page = administrator.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("สร้างบัญชีผู้ใช้"))
                .click();
        page.fill("#displayName", name);
        page.fill("#userName", userName);
        page.check("input[value=" + role + "]");
        page.click("main form button[type=submit]");
        var initial = page.textContent("#initial-password");
        signIn(newcomer, userName, initial);
        choosePassword(newcomer, initial);
    }
}
