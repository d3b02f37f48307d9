package org.phatthana.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedPostgresTest {

    /// One copy of the programs for all homes of this test.
    @TempDir
    static Path programs;

    @TempDir
    Path home;

    @BeforeEach
    void shareThePrograms() throws IOException {
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(home.resolve("postgres"));
        Files.createSymbolicLink(home.resolve("postgres/binaries"), programs);
    }

    @AfterEach
    void leaveNoServerBehind() throws IOException {
        Postmaster.living(new Cluster(data())).map(Postmaster::process).ifPresent(ProcessHandle::destroyForcibly);
        if (Files.isSymbolicLink(home.resolve("postgres/binaries"))) {
            Files.delete(home.resolve("postgres/binaries"));
        }
    }

    @Test
    void keepsWhatIsStoredDurablyOnLoopbackWithAPassword() throws IOException, SQLException {
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .allSatisfy(setting ->
                            assertThat(ask(server, "show " + setting)).isEqualTo("on"));
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show unix_socket_directories")).isEmpty();
            assertThat(ask(server, "show log_timezone")).isEqualTo("UTC");
            assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(server, "select datlocale from pg_database where datname = 'phatthana'"))
                    .isEqualTo("C.UTF-8");
            var withoutPassword = server.address("phatthana").url() + "?user=phatthana&password=guess";
            assertThat(catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(withoutPassword))
                            .getSQLState())
                    .isEqualTo("28P01");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("phatthana.password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");
        assertThat(Postmaster.living(new Cluster(data()))).isEmpty();
    }

    @Test
    void aKilledProgramLeavesAServerThatTheNextOneTakesOverThreeTimesInARow() throws Exception {
        var holder = Holder.start(home);
        var postmaster = Holder.ready(holder);
        for (var time = 1; time <= 3; time++) {
            holder.destroyForcibly().waitFor();
            assertThat(ProcessHandle.of(postmaster)).as("the server lives on").isPresent();
            holder = Holder.start(home);
            assertThat(Holder.ready(holder)).isEqualTo(postmaster);
        }
        holder.destroy();
        assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Postmaster.living(new Cluster(data())))
                .as("stopped by SIGTERM")
                .isEmpty();
    }

    @Test
    void aKilledServerIsStartedAnewAndHasLostNothingThreeTimesInARow() throws Exception {
        for (var time = 1; time <= 3; time++) {
            var holder = Holder.start(home);
            var postmaster = ProcessHandle.of(Holder.ready(holder)).orElseThrow();
            try (var server = takeOver(holder)) {
                execute(server, "create table if not exists kept(number int)");
                execute(server, "insert into kept values (" + time + ")");
                postmaster.destroyForcibly();
                postmaster.onExit().get(10, TimeUnit.SECONDS);
            }
            try (var server = EmbeddedPostgres.start(home)) {
                assertThat(ask(server, "select count(*) from kept")).isEqualTo(String.valueOf(time));
            }
        }
    }

    /// Kills the program, and takes over its server.
    private EmbeddedPostgres takeOver(Process holder) throws InterruptedException {
        holder.destroyForcibly().waitFor();
        return EmbeddedPostgres.start(home);
    }

    @Test
    void aCommandJoinsTheServerOfARunningProgramAndLeavesItRunning() throws Exception {
        var holder = Holder.start(home);
        var postmaster = Holder.ready(holder);
        try (var joined = EmbeddedPostgres.start(home)) {
            assertThat(joined.postmaster().process().pid()).isEqualTo(postmaster);
        }
        assertThat(ProcessHandle.of(postmaster)).isPresent();
        holder.destroy();
        assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Postmaster.living(new Cluster(data()))).isEmpty();
    }

    @Test
    void aProgramThatEndsLeavesTheServerToACommandThatStillUsesIt() throws Exception {
        var holder = Holder.start(home);
        Holder.ready(holder);
        try (var joined = EmbeddedPostgres.start(home)) {
            holder.destroy();
            assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ask(joined, "select 1")).isEqualTo("1");
        }
        assertThat(Postmaster.living(new Cluster(data()))).isEmpty();
    }

    @Test
    void aPidFileOfAStrangerIsClearedAway() throws IOException {
        EmbeddedPostgres.start(home).close();
        var self = ProcessHandle.current().pid();
        Files.writeString(data().resolve("postmaster.pid"), self + "\n" + data() + "\n0\n5432\n\n127.0.0.1\n");
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(server.postmaster().process().pid()).isNotEqualTo(self);
        }
    }

    @Test
    void whatInterruptedFirstStartsLeftDoesNotHinderTheNext() throws IOException {
        Files.delete(home.resolve("postgres/binaries"));
        Files.createDirectories(home.resolve("postgres/binaries/unfinished/bin"));
        Files.createDirectories(home.resolve("postgres/data.unfinished/base"));
        Files.writeString(home.resolve("postgres/data.unfinished/PG_VERSION"), "18\n");
        Files.writeString(home.resolve("postgres/password.unfinished"), "half");
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(home.resolve("postgres/data.unfinished")).doesNotExist();
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedWithWhatToDo() throws IOException {
        EmbeddedPostgres.start(home).close();
        Files.writeString(data().resolve("PG_VERSION"), "16\n");
        var refusal = catchThrowableOfType(Refusal.class, () -> EmbeddedPostgres.start(home));
        assertThat(refusal.key()).isEqualTo("version");
        assertThat(refusal).hasMessageContaining("PostgreSQL 16").hasMessageContaining("โปรดเปิดด้วยโปรแกรมรุ่นก่อน");
    }

    @Test
    void aMachineThatThePackageHasNoProgramsForIsRefusedWithWhatToDo() {
        assertThat(Binaries.archive("Linux", "amd64").toString()).endsWith("postgres-linux-x86_64.txz");
        assertThat(Binaries.archive("Linux", "aarch64").toString()).endsWith("postgres-linux-arm_64.txz");
        assertThat(catchThrowableOfType(Refusal.class, () -> Binaries.archive("Linux", "riscv64")))
                .hasMessageContaining("PHATTHANA_DATABASE_URL");
    }

    static List<Account> rootsWays() {
        return Account.ROOTS_WAYS;
    }

    @ParameterizedTest
    @MethodSource("rootsWays")
    void rootStartsItAsSomebodyElse(Account way) throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root needs to be somebody else");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var binaries = Binaries.unpack(home.resolve("postgres/binaries"));
        assumeTrue(way.works(binaries), () -> String.join(" ", way.prefix()) + " does not work on this machine");
        var log = Files.createFile(home.resolve("postgres/log"));
        way.own(log);
        Files.setPosixFilePermissions(home.resolve("postgres"), PosixFilePermissions.fromString("rwxr-xr-x"));
        var programs = new Programs(binaries, way, home.resolve("postgres/launcher.log"));
        var cluster = new Cluster(data());
        cluster.initialize(programs);
        way.own(cluster.data());
        var postmaster = Postmaster.start(cluster, programs, log);
        assertThat(postmaster.awaitReady()).isTrue();
        postmaster.stop(programs);
        assertThat(Postmaster.living(cluster)).isEmpty();
    }

    @Test
    void aServerThatHangsIsStoppedAllTheSame() throws Exception {
        var server = EmbeddedPostgres.start(home);
        var pid = server.postmaster().process().pid();
        new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
        var begun = System.nanoTime();
        server.close();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(40);
        assertThat(Postmaster.living(new Cluster(data()))).isEmpty();
    }

    private Path data() {
        return home.toAbsolutePath().resolve("postgres/data");
    }

    static String ask(EmbeddedPostgres server, String query) {
        try (var connection = DriverManager.getConnection(server.url("phatthana"));
                var answer = connection.createStatement().executeQuery(query)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(EmbeddedPostgres server, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("phatthana"))) {
            connection.createStatement().execute(statement);
        }
    }
}
