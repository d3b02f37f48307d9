package org.phatthana.people;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.Office;
import org.phatthana.people.accounts.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the tests of this room share: one program on one database, browsers with cookies, and accounts that do not
/// collide.
@SpringBootTest
@AutoConfigureMockMvc
public abstract class PeopleTest {

    protected static final String PASSWORD = "lamp river correct horse";

    @Autowired
    protected MockMvcTester program;

    @Autowired
    protected Office office;

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected JdbcClient jdbc;

    /// A new account with its own password.
    protected String account(Role... roles) {
        var userName = "u" + UUID.randomUUID().toString().substring(0, 12);
        var created = (Office.Outcome.DoneWithPassword)
                office.create(new Profile(userName, "สมชาย " + userName, "", "กองแผน", Set.of(roles)));
        office.choosePassword(accounts.find(created.account()).orElseThrow(), PASSWORD, "");
        return userName;
    }

    protected UUID id(String userName) {
        return accounts.find(userName).orElseThrow().id();
    }

    protected long acts(String kind, UUID about) {
        return jdbc.sql("select count(*) from people.act where kind = :kind and about = :about")
                .param("kind", kind)
                .param("about", about)
                .query(Long.class)
                .single();
    }

    protected Visitor visitor() {
        return new Visitor(program);
    }

    /// A visitor who has signed in.
    protected Visitor signedIn(String userName) {
        var visitor = visitor();
        visitor.post("/sign-in", "/sign-in", Map.of("userName", userName, "password", PASSWORD));
        return visitor;
    }

    /// A browser, as far as cookies and forms go.
    protected static final class Visitor {

        private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final MockMvcTester program;
        private final java.util.Map<String, jakarta.servlet.http.Cookie> cookies = new java.util.LinkedHashMap<>();
        private final String address = "203.0.113." + (int) (Math.random() * 250) + ":" + UUID.randomUUID();

        Visitor(MockMvcTester program) {
            this.program = program;
        }

        public boolean hasCookies() {
            return !cookies.isEmpty();
        }

        public Map<String, jakarta.servlet.http.Cookie> cookies() {
            return cookies;
        }

        /// The cookie of the session.
        public jakarta.servlet.http.Cookie session() {
            return java.util.Objects.requireNonNull(cookies.get("phatthana"));
        }

        public MvcTestResult get(String path) {
            return kept(with(program.get().uri(path)).exchange());
        }

        /// Fills in a form: takes its token from the page where it stands and sends it.
        public MvcTestResult post(String formPath, String path, Map<String, String> fields) {
            var body = get(formPath).getResponse();
            String token;
            try {
                var found = CSRF.matcher(body.getContentAsString());
                token = found.find() ? found.group(1) : "";
            } catch (java.io.UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
            return postWith(token, path, fields);
        }

        public MvcTestResult postWith(String token, String path, Map<String, String> fields) {
            var request = with(program.post().uri(path)).param("_csrf", token);
            fields.forEach((name, value) -> request.param(name, value.split("\\|", -1)));
            return kept(request.exchange());
        }

        private MockMvcTester.MockMvcRequestBuilder with(MockMvcTester.MockMvcRequestBuilder request) {
            if (!cookies.isEmpty()) {
                request.cookie(cookies.values().toArray(jakarta.servlet.http.Cookie[]::new));
            }
            request.header(HttpHeaders.USER_AGENT, "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36");
            return request.with(servletRequest -> {
                servletRequest.setRemoteAddr(address);
                return servletRequest;
            });
        }

        private MvcTestResult kept(MvcTestResult result) {
            for (var cookie : result.getResponse().getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            return result;
        }
    }
}
