package org.phatthana.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Role;

/// An account and a provider of OpenID Connect, linked by the account's owner.
class LinkingTest extends ProviderTest {

    private static final String LINK = "href=\"((?:/en)?/account/providers/local[^\"]+)\"";

    @Test
    void aSignedInPersonLinksAProviderAndSignsInByItFromThenOn() throws Exception {
        PROVIDER.vouchFor("links");
        var userName = account(Role.PLANNER);
        var browser = signedIn(userName);
        assertThat(next(follow(browser, linkOn(browser, "/en/account")))).isEqualTo("/en/account?done=linked");
        assertThat(get(browser, "/en/account?done=linked").body())
                .contains("has been linked", "มานี มีนา", "Remove link")
                .doesNotContain("Link Local ID");
        assertThat(acts("provider.linked", userName)).isEqualTo(1);

        var other = client();
        follow(other, "/oauth2/authorization/local");
        assertThat(get(other, "/account").body()).contains(userName);

        assertThat(next(remove(other, "/account", "/account"))).isEqualTo("/account?done=unlinked");
        assertThat(acts("provider.unlinked", userName)).isEqualTo(1);
        assertThat(accounts.findLinked(PROVIDER.issuer(), "links")).isEmpty();
    }

    @Test
    void onlyTheAccountPageOfTheSessionBeginsALink() throws Exception {
        var browser = signedIn(account(Role.PLANNER));
        var ofAnother = linkOn(signedIn(account(Role.PLANNER)), "/account");
        for (var path : List.of(ofAnother, "/account/providers/local", "/account/providers/local?session=")) {
            assertThat(next(get(browser, path))).isEqualTo("/account");
        }
        var own = linkOn(browser, "/account");
        assertThat(next(get(browser, own))).startsWith(PROVIDER.issuer());
        assertThat(next(get(browser, own.replace("/local", "/unknown")))).isEqualTo("/account");
        assertThat(next(get(client(), own))).startsWith("/sign-in?next=");
    }

    @Test
    void whatComesBackCountsOnlyInTheSessionThatBeganIt() throws Exception {
        PROVIDER.vouchFor("attacker");
        var attacker = signedIn(account(Role.CITIZEN));
        var answer = throughTheProvider(attacker, linkOn(attacker, "/account"));
        var victim = signedIn(account(Role.ADMINISTRATOR));
        get(victim, linkOn(victim, "/account"));
        assertThat(next(send(victim, answer))).isEqualTo("/sign-in?problem=provider");

        var shared = signedIn(account(Role.CITIZEN));
        var begunByAnother = throughTheProvider(shared, linkOn(shared, "/account"));
        post(shared, "/account", "/sign-out", Map.of());
        signIn(shared, account(Role.ADMINISTRATOR));
        assertThat(next(send(shared, begunByAnother))).isEqualTo("/sign-in?problem=provider");
        assertThat(accounts.findLinked(PROVIDER.issuer(), "attacker")).isEmpty();
    }

    @Test
    void aSignInThatIsNoLinkLinksNothing() throws Exception {
        PROVIDER.vouchFor("plain");
        var userName = account(Role.PLANNER);
        var browser = signedIn(userName);
        get(browser, linkOn(browser, "/account"));
        follow(browser, "/oauth2/authorization/local");
        assertThat(accounts.findLinked(PROVIDER.issuer(), "plain"))
                .hasValueSatisfying(made -> assertThat(made.userName()).isNotEqualTo(userName));
    }

    @Test
    void aPersonBelongsToOneAccountAndAnAccountHasOnePersonOfAProvider() throws Exception {
        PROVIDER.vouchFor("first");
        var owner = account(Role.PLANNER);
        var browser = signedIn(owner);
        var link = linkOn(browser, "/account");
        follow(browser, link);
        assertThat(next(follow(browser, link))).as("again").isEqualTo("/account?done=linked");
        PROVIDER.vouchFor("second");
        assertThat(next(follow(browser, link))).isEqualTo("/account?problem=link-exists");
        assertThat(accounts.findLinked(PROVIDER.issuer(), "second")).isEmpty();

        PROVIDER.vouchFor("first");
        var other = signedIn(account(Role.PLANNER));
        assertThat(next(follow(other, linkOn(other, "/en/account")))).isEqualTo("/en/account?problem=link-of-another");
        assertThat(get(other, "/en/account?problem=link-of-another").body()).contains("signs in to another account");
        assertThat(accounts.findLinked(PROVIDER.issuer(), "first"))
                .hasValueSatisfying(linked -> assertThat(linked.userName()).isEqualTo(owner));
    }

    @Test
    void aProviderThatIsNotBelievedLinksNobody() throws Exception {
        PROVIDER.vouchFor("forged");
        var browser = signedIn(account(Role.PLANNER));
        PROVIDER.forge(true);
        try {
            assertThat(next(follow(browser, linkOn(browser, "/en/account"))))
                    .isEqualTo("/en/account?problem=link-failed");
        } finally {
            PROVIDER.forge(false);
        }
        assertThat(get(browser, "/account").statusCode()).isEqualTo(200);
        assertThat(accounts.findLinked(PROVIDER.issuer(), "forged")).isEmpty();
    }

    @Test
    void theOnlyWayInStaysUntilThereIsAnother() throws Exception {
        PROVIDER.vouchFor("only-way");
        var browser = client();
        follow(browser, "/oauth2/authorization/local");
        assertThat(next(remove(browser, "/account", "/account"))).isEqualTo("/account?problem=last-way-in");
        assertThat(get(browser, "/en/account?problem=last-way-in").body()).contains("nothing else opens this account");
        var account = accounts.findLinked(PROVIDER.issuer(), "only-way").orElseThrow();

        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var page = account.address();
        assertThat(next(remove(administrator, page, page))).isEqualTo(page + "?problem=last-way-in");
        post(administrator, page, page + "/password", Map.of());
        assertThat(next(remove(administrator, page, page))).isEqualTo(page + "?done=unlinked");
        assertThat(accounts.findLinked(PROVIDER.issuer(), "only-way")).isEmpty();
    }

    private HttpResponse<String> remove(HttpClient browser, String formPath, String address) throws Exception {
        return post(browser, formPath, address + "/providers/remove", Map.of("issuer", PROVIDER.issuer()));
    }

    private String linkOn(HttpClient browser, String page) throws Exception {
        return found(LINK, get(browser, page));
    }

    private static String next(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private long acts(String kind, String userName) {
        return jdbc.sql("select count(*) from people.act where kind = :kind and about = :about and account = :about")
                .param("kind", kind)
                .param("about", accounts.find(userName).orElseThrow().id())
                .query(Long.class)
                .single();
    }
}
