package org.phatthana.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.accounts.FirstRun;
import org.springframework.beans.factory.annotation.Autowired;

class FirstRunTest extends PeopleTest {

    private static final Path FILE = Path.of("target/test-home/first-run-code");

    @Autowired
    FirstRun firstRun;

    @Test
    void whoHasTheCodeMakesTheFirstAdministratorAndNobodyElseDoes() throws Exception {
        jdbc.sql("update people.account set enabled = false").update();
        try {
            var code = firstRun.code();
            assertThat(firstRun.code()).isEqualTo(code);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FILE)))
                    .isEqualTo("rw-------");
            var visitor = visitor();
            assertThat(visitor.get("/en/first-run?code=" + code))
                    .hasStatusOk()
                    .bodyText()
                    .contains(code);
            var form = Map.of(
                    "displayName",
                    "อรทัย",
                    "userName",
                    "first" + System.nanoTime(),
                    "password",
                    PASSWORD,
                    "passwordAgain",
                    PASSWORD);
            assertThat(visitor.post("/en/first-run", "/en/first-run", with(form, "code", "wrong")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("This code is wrong");
            assertThat(visitor.post("/en/first-run", "/en/first-run", with(with(form, "code", code), "password", "x")))
                    .hasStatus(422);
            assertThat(visitor.post("/en/first-run", "/en/first-run", with(form, "code", code)))
                    .hasStatus(303)
                    .hasHeader("Location", "/en/people");
            assertThat(visitor.get("/people")).hasStatusOk();
            assertThat(FILE).doesNotExist();
            assertThat(visitor().get("/first-run")).hasStatus(303).hasHeader("Location", "/sign-in");
            assertThat(visitor().post("/sign-in", "/first-run", with(form, "code", code)))
                    .hasStatus(303)
                    .hasHeader("Location", "/sign-in");
        } finally {
            jdbc.sql("update people.account set enabled = true").update();
        }
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        var changed = new java.util.HashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
