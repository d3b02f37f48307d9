package org.phatthana.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.phatthana.commands.Command;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.context.request.RequestContextHolder;
import picocli.CommandLine;

@ExtendWith(OutputCaptureExtension.class)
class PasswordCommandTest extends PeopleTest {

    @Autowired
    BeanFactory rooms;

    @BeforeEach
    void atTheConsole() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void anAdministratorWhoLostThePasswordComesBackIn(CapturedOutput console) {
        var userName = account(Role.ADMINISTRATOR);
        var lost = signedIn(userName);
        assertThat(run(userName)).isEqualTo(Command.DONE);
        var password = console.getOut().strip();
        assertThat(password).as("standard output holds the password alone").matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(console.getErr())
                .contains("ออกรหัสผ่านใหม่ให้บัญชี “" + userName, "has a new initial password")
                .doesNotContain(password);

        assertThat(lost.get("/account")).as("the old session").hasStatus(303);
        assertThat(visitor().post("/sign-in", "/sign-in", Map.of("userName", userName, "password", PASSWORD)))
                .hasStatus(422);
        assertThat(visitor().post("/sign-in", "/sign-in", Map.of("userName", userName, "password", password)))
                .hasHeader("Location", "/account/password");
        assertThat(byCommand("password.reset", id(userName))).isEqualTo(1);
        assertThat(byCommand("session.ended", id(userName))).isEqualTo(1);
        assertThat(acts("account.enabled", id(userName))).isZero();
    }

    @Test
    void aDisabledAccountIsOpenedOnlyWhereThatIsSaid(CapturedOutput console) {
        var userName = account(Role.OFFICER);
        office.setEnabled(id(userName), false);
        assertThat(run(userName)).isEqualTo(Command.REFUSED);
        assertThat(console.getOut()).isEmpty();
        assertThat(console.getErr()).contains("ถูกระงับการใช้งาน", "--enable", "is disabled");
        assertThat(accounts.find(userName).orElseThrow().mustChangePassword()).isFalse();

        assertThat(run(userName, "--enable")).isEqualTo(Command.DONE);
        assertThat(accounts.find(userName).orElseThrow().enabled()).isTrue();
        assertThat(byCommand("account.enabled", id(userName))).isEqualTo(1);
    }

    @Test
    void whoHasNoAccountIsNotGivenOne(CapturedOutput console) {
        assertThat(run("nobody-of-this-name")).isEqualTo(Command.REFUSED);
        assertThat(console.getOut()).isEmpty();
        assertThat(console.getErr()).contains("ไม่มีบัญชีผู้ใช้ชื่อ “nobody-of-this-name”", "There is no account");
    }

    private int run(String... arguments) {
        var command = new PasswordCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.run(rooms);
    }

    private long byCommand(String kind, UUID about) {
        return jdbc.sql("""
            select count(*) from people.act
             where kind = :kind and about = :about and account is null and capacity = 'command'
            """)
                .param("kind", kind)
                .param("about", about)
                .query(Long.class)
                .single();
    }
}
