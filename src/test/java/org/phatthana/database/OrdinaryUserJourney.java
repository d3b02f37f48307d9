package org.phatthana.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.testing.Packaged;

/// The packaged program as a service would run it: not as root, so that PostgreSQL runs as the same account. Where
/// the tests themselves do not run as root, all other journeys are that already, and there is nobody else to be.
class OrdinaryUserJourney {

    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration SHORT = Duration.ofSeconds(45);

    @TempDir
    Path folder;

    private Path jar;
    private Path home;

    @BeforeEach
    void letNobodyIn() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can be somebody else");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeTrue(run("--version"), "an ordinary user can read neither this JDK nor the folder for temporary files");
        jar = Files.copy(Packaged.jar(), folder.resolve("phatthana.jar"));
        home = folder.resolve("home");
    }

    @AfterEach
    void leaveNoServerBehind() throws IOException {
        if (home != null && Files.isDirectory(home)) {
            Postmaster.living(cluster()).map(Postmaster::process).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void itStartsTakesOverTheServerOfAKilledOneAndStopsAll() throws Exception {
        Files.setAttribute(Files.createDirectory(home), "unix:uid", NOBODY);
        var killed = asNobody("serve");
        killed.address(LONG);
        var postmaster = Postmaster.living(cluster()).orElseThrow().process();
        assertThat(Files.getAttribute(Path.of("/proc", String.valueOf(postmaster.pid())), "unix:uid"))
                .isEqualTo(NOBODY);
        killed.process().destroyForcibly().waitFor();

        var next = asNobody("serve");
        next.address(LONG);
        assertThat(Postmaster.living(cluster()).orElseThrow().process()).isEqualTo(postmaster);
        assertThat(next.complained()).doesNotContain("WARN", "ERROR", "\tat ");
        next.process().destroy();
        next.exit(SHORT);
        assertThat(Postmaster.living(cluster())).isEmpty();

        for (var command : List.of(List.of("serve"), List.of("token", "PLANNER"))) {
            var root = Packaged.start(home, Map.of(), command.toArray(String[]::new));
            assertThat(root.exit(SHORT)).isEqualTo(1);
            assertThat(root.complained())
                    .as("root does not meddle with the home of an account")
                    .contains("belongs to nobody", "โปรดเปิดโปรแกรมด้วยผู้ใช้นั้น")
                    .doesNotContain("WARN", "ERROR", "\tat ");
        }
    }

    @Test
    void aHomeOfRootsIsRefusedInASentence() throws Exception {
        EmbeddedPostgres.start(home).close();
        for (var command : List.of(List.of("serve"), List.of("token", "PLANNER"))) {
            var refused = asNobody(command.toArray(String[]::new));
            assertThat(refused.exit(SHORT)).isEqualTo(1);
            assertThat(refused.said()).isEmpty();
            assertThat(refused.complained())
                    .contains("The user nobody may not use " + home, "belongs to root", "ไม่มีสิทธิ์ใช้")
                    .doesNotContain("WARN", "ERROR", "\tat ");
        }
    }

    @Test
    void aHomeThatCannotBeMadeIsRefusedInASentence() throws Exception {
        var forbidden = asNobody("serve");
        assertThat(forbidden.exit(SHORT)).isEqualTo(1);
        assertThat(forbidden.complained())
                .contains("The user nobody may not use " + home, "belongs to root")
                .doesNotContain("WARN", "ERROR", "\tat ");
        Files.createFile(home);
        var file = asNobody("serve");
        assertThat(file.exit(SHORT)).isEqualTo(1);
        assertThat(file.complained())
                .contains("cannot keep its data in " + home, "โปรดกำหนดโฟลเดอร์ที่เขียนได้")
                .doesNotContain("WARN", "ERROR", "\tat ");
    }

    private Packaged asNobody(String... arguments) throws IOException {
        return Packaged.start(AS_NOBODY, jar, home, Map.of(), arguments);
    }

    private Cluster cluster() throws IOException {
        return new Cluster(home.toRealPath().resolve("postgres/data"));
    }

    private boolean run(String argument) throws IOException {
        var command = new ArrayList<>(AS_NOBODY);
        command.addAll(List.of(Packaged.JAVA.toString(), argument));
        return new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }
}
