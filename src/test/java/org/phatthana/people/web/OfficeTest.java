package org.phatthana.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.phatthana.exchange.FileImported;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;
import org.phatthana.people.accounts.Office;
import org.phatthana.people.accounts.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.web.context.request.RequestContextHolder;

class OfficeTest extends PeopleTest {

    private static final Pattern INITIAL = Pattern.compile("id=\"initial-password\">([^<]+)<");

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void anAccountIsCreatedHandedOverAndMadeItsOwners() throws Exception {
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var name = "new" + System.nanoTime();
        var created = administrator.post(
                "/people/new",
                "/people",
                Map.of("displayName", "วิไล แผนดี", "userName", name, "roles", "planner|budget-officer"));
        assertThat(created).hasStatusOk().hasHeader("Cache-Control", "no-store");
        var found = INITIAL.matcher(created.getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        var initial = found.group(1);
        assertThat(acts("account.created", id(name))).isEqualTo(1);

        var owner = visitor();
        assertThat(owner.post("/sign-in", "/sign-in", Map.of("userName", name, "password", initial)))
                .hasHeader("Location", "/account/password");
        assertThat(owner.get("/account")).hasStatus(303).hasHeader("Location", "/account/password");
        assertThat(owner.get("/en")).hasHeader("Location", "/en/account/password");
        assertThat(owner.post(
                        "/account/password",
                        "/account/password",
                        Map.of("present", initial, "password", "short", "passwordAgain", "short")))
                .hasStatus(422)
                .bodyText()
                .contains("รหัสผ่านสั้นเกินไป");
        assertThat(owner.post(
                        "/account/password",
                        "/account/password",
                        Map.of("present", initial, "password", PASSWORD, "passwordAgain", PASSWORD)))
                .hasHeader("Location", "/account?done=password");
        assertThat(owner.get("/account")).hasStatusOk();
        assertThat(accounts.find(name).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.PLANNER, Role.BUDGET_OFFICER);
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays() {
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var taken = account(Role.CITIZEN);
        var refused = administrator.post(
                "/en/people/new", "/en/people", Map.of("displayName", "Wilai", "userName", taken, "email", "wilai"));
        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains(
                        "value=\"Wilai\"", "id=\"userName-error\"", "id=\"email-error\"", "Choose a role", "is taken");
    }

    @Test
    void aChangeOfRolesHoldsFromTheNextClickOn() {
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var userName = account(Role.AUDITOR);
        var auditor = signedIn(userName);
        assertThat(auditor.get("/people/acts")).hasStatusOk();
        var address = "/people/" + id(userName);
        administrator.post(address, address, Map.of("displayName", "ก", "roles", "citizen"));
        assertThat(auditor.get("/people/acts")).hasStatus(403);
        assertThat(acts("account.roles-changed", id(userName))).isEqualTo(1);
    }

    @Test
    void disablingEndsSessionsAndEnablingOpensAgain() {
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var userName = account(Role.OFFICER);
        var officer = signedIn(userName);
        var address = "/people/" + id(userName);
        administrator.post(address, address + "/enabled", Map.of("enabled", "false"));
        assertThat(officer.get("/account")).hasStatus(303);
        assertThat(visitor().post("/sign-in", "/sign-in", Map.of("userName", userName, "password", PASSWORD)))
                .bodyText()
                .contains("ถูกระงับ");
        administrator.post(address, address + "/enabled", Map.of("enabled", "true"));
        assertThat(signedIn(userName).get("/account")).hasStatusOk();
    }

    @Test
    void aResetPasswordReplacesTheOldOneAndEndsSessions() throws Exception {
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var userName = account(Role.OFFICER);
        var officer = signedIn(userName);
        var address = "/people/" + id(userName);
        var answer = administrator.post(address, address + "/password", Map.of());
        assertThat(INITIAL.matcher(answer.getResponse().getContentAsString()).find())
                .isTrue();
        assertThat(officer.get("/account")).hasStatus(303);
        assertThat(signedIn(userName).get("/account")).hasStatus(303);
    }

    @Test
    void anInitialPasswordExpires() {
        var userName = account(Role.OFFICER);
        var reset = (Office.Outcome.DoneWithPassword) office.resetPassword(id(userName));
        jdbc.sql("update people.account set password_expires_at = now() - interval '1 minute' where user_name = :name")
                .param("name", userName)
                .update();
        assertThat(visitor()
                        .post("/en/sign-in", "/en/sign-in", Map.of("userName", userName, "password", reset.password())))
                .hasStatus(422)
                .bodyText()
                .contains("has expired");
    }

    @Test
    void anAdministratorEndsOneSessionOrAll() {
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var userName = account(Role.OFFICER);
        var phone = signedIn(userName);
        var desk = signedIn(userName);
        var address = "/people/" + id(userName);
        assertThat(administrator.get(address)).bodyText().contains("Chrome · Android");
        administrator.post(address, address + "/sessions/end", Map.of());
        assertThat(phone.get("/account")).hasStatus(303);
        assertThat(desk.get("/account")).hasStatus(303);
        assertThat(acts("session.ended", id(userName))).isEqualTo(1);
    }

    @Test
    void oneCorrectsOnesOwnNameAndNobodyElses() {
        var userName = account(Role.PLANNER);
        var owner = signedIn(userName);
        assertThat(owner.post("/en/account", "/en/account/name", Map.of("displayName", "  วิไล ใจดี ")))
                .hasHeader("Location", "/en/account?done=renamed");
        assertThat(owner.get("/en/account?done=renamed")).bodyText().contains("วิไล ใจดี", "name has been saved");
        var account = accounts.find(userName).orElseThrow();
        assertThat(account.displayName()).isEqualTo("วิไล ใจดี");
        assertThat(account.department()).isEqualTo("กองแผน");
        assertThat(account.roles()).containsExactly(Role.PLANNER);
        owner.post("/account", "/account/name", Map.of("displayName", "วิไล ใจดี"));
        assertThat(acts("account.renamed", account.id()))
                .as("only what changes")
                .isEqualTo(1);

        assertThat(owner.post("/en/account", "/en/account/name", Map.of("displayName", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"displayName-error\"", "href=\"#displayName\"", "Enter a name");
        assertThat(owner.post("/en/account", "/en/account/name", Map.of("displayName", "ก".repeat(121))))
                .hasStatus(422)
                .bodyText()
                .contains("longer than 120", "ก".repeat(121));
        assertThat(owner.postWith("made-up", "/account/name", Map.of("displayName", "ผู้อื่น")))
                .hasStatus(403);
        assertThat(accounts.find(userName).orElseThrow().displayName()).isEqualTo("วิไล ใจดี");
    }

    @Test
    void whereNoProviderIsSetThereIsNothingToLink() {
        var owner = signedIn(account(Role.PLANNER));
        assertThat(owner.get("/en/account")).hasStatusOk().bodyText().doesNotContain("Sign-in providers");
    }

    @Test
    void theLastAdministratorStays() {
        var userName = account(Role.ADMINISTRATOR);
        jdbc.sql("update people.account set enabled = false where user_name <> :name")
                .param("name", userName)
                .update();
        try {
            assertThat(office.setEnabled(id(userName), false)).isInstanceOf(Office.Outcome.Refused.class);
            assertThat(office.change(id(userName), new Profile(userName, "ก", "", "", Set.of(Role.PLANNER))))
                    .isInstanceOf(Office.Outcome.Refused.class);
        } finally {
            jdbc.sql("update people.account set enabled = true").update();
        }
    }

    @Test
    void theRecordIsFilteredAndTellsOfImportsAndCannotBeChanged() {
        var userName = account(Role.AUDITOR);
        var auditor = signedIn(userName);
        RequestContextHolder.resetRequestAttributes();
        events.publishEvent(new FileImported("plan", "แผน 2566.xlsx", "/plan"));
        assertThat(auditor.get("/en/people/acts?kind=file.imported"))
                .hasStatusOk()
                .bodyText()
                .contains("Imported a file", "แผน 2566.xlsx", "Command on the server");
        assertThat(auditor.get("/en/people/acts?person=" + id(userName) + "&kind=sign-in.done"))
                .bodyText()
                .contains("สมชาย " + userName);
        assertThat(auditor.get("/en/people/acts?until=2020-01-01")).bodyText().contains("Nothing matches");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("delete from people.act").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void everyPageOfTheOfficeIsThereInBothLanguages() {
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        for (var path : new String[] {"/people", "/people/new", "/people/acts", "/people/tokens", "/account"}) {
            assertThat(administrator.get(path)).hasStatusOk();
            assertThat(administrator.get("/en" + path)).hasStatusOk();
        }
    }
}
