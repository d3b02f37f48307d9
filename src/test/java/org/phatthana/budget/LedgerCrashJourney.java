package org.phatthana.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.testing.Packaged;
import org.phatthana.testing.PostingClient;
import org.phatthana.testing.SmallDisk;

/// What happens to postings when the program or its database is killed in the middle of them, or the disk is full:
/// every one that was acknowledged is there once, and no other is. `mvn verify -Pcrash` kills more often.
class LedgerCrashJourney {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
    private static final int CLIENTS = 16;

    @TempDir
    Path folder;

    private final List<Packaged> started = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (var program : started) {
            program.process().destroy();
            program.exit(LONG);
        }
    }

    /// What one client did until the program died.
    ///
    /// @param acknowledged numbers of transactions by the keys of their requests
    /// @param unanswered the key of the request whose answer never came
    private record Done(Map<String, Long> acknowledged, List<String> unanswered) {}

    @Test
    void whatWasAcknowledgedIsThereOnceAndNothingElseWhoeverIsKilled() throws Exception {
        var home = folder.resolve("home");
        var random = new Random(4);
        var server = serve(home);
        var client = new PostingClient(server.address(LONG), token(home), home);
        var line = client.openLine();
        var acknowledged = new HashMap<String, Long>();
        for (var round = 1; round <= ROUNDS; round++) {
            var killsProgram = round % 2 == 1;
            var postmaster = client.postmaster();
            var program = server.process();
            var done = load(client, line, round, random.nextInt(500, 2_000), () -> {
                if (killsProgram) {
                    program.destroyForcibly();
                } else {
                    postmaster.destroyForcibly();
                }
            });
            program.destroyForcibly().waitFor();
            assertThat(done.acknowledged()).as("round " + round).isNotEmpty();

            server = serve(home);
            client = new PostingClient(server.address(LONG), client.token(), home);
            acknowledged.putAll(done.acknowledged());
            for (var key : done.unanswered()) {
                acknowledged.put(key, client.post(key, line).number());
            }
            assertThat(acknowledged.values()).doesNotHaveDuplicates();
            assertThat(client.numbers(line))
                    .as("round " + round + ": what is there is what was acknowledged")
                    .containsExactlyInAnyOrderElementsOf(acknowledged.values());
            for (var one : done.acknowledged().entrySet()) {
                var again = client.post(one.getKey(), line);
                assertThat(again.status()).isEqualTo(200);
                assertThat(again.number()).isEqualTo(one.getValue());
            }
            assertReplays(home);
        }
    }

    @Test
    void aFullDiskIsToldNothingIsLostAndWorkGoesOnWhenThereIsRoom() throws Exception {
        var home = Files.createDirectories(folder.resolve("small"));
        try (var _ = SmallDisk.mount(home, 600)) {
            var server = serve(home);
            var client = new PostingClient(server.address(LONG), token(home), home);
            var line = client.openLine();
            var acknowledged = new ArrayList<Long>();
            acknowledged.add(client.post("before", line).number());
            var ballast = home.resolve("ballast");
            fill(ballast);
            var told = 0;
            for (var i = 0; i < 400 && told < 5; i++) {
                var answer = client.post("full-" + i, line);
                if (answer.status() == 201) {
                    acknowledged.add(answer.number());
                } else {
                    assertThat(answer.status()).isIn(503, 507);
                    assertThat(answer.body()).contains("/problems/");
                    told++;
                }
            }
            assertThat(told).as("postings that heard of the full disk").isEqualTo(5);
            Files.delete(ballast);
            for (var i = 0; i < 20; i++) {
                var answer = client.post("after-" + i, line);
                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
                acknowledged.add(answer.number());
            }
            assertThat(client.numbers(line)).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertReplays(home);
            stop();
            started.clear();
        }
    }

    private static Done load(PostingClient client, String line, int round, long millis, Runnable kill)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<Done>>();
            for (var i = 0; i < CLIENTS; i++) {
                var name = round + "-" + i + "-";
                clients.add(threads.submit(() -> postUntilItFails(client, line, name)));
            }
            Thread.sleep(millis);
            kill.run();
            var acknowledged = new HashMap<String, Long>();
            var unanswered = new ArrayList<String>();
            for (var each : clients) {
                acknowledged.putAll(each.get().acknowledged());
                unanswered.addAll(each.get().unanswered());
            }
            return new Done(acknowledged, unanswered);
        }
    }

    private static Done postUntilItFails(PostingClient client, String line, String name) throws InterruptedException {
        var acknowledged = new HashMap<String, Long>();
        for (var i = 0; ; i++) {
            try {
                var answer = client.post(name + i, line);
                if (answer.status() != 201) {
                    assertThat(answer.body()).contains("/problems/");
                    return new Done(acknowledged, List.of(name + i));
                }
                acknowledged.put(name + i, answer.number());
            } catch (IOException _) {
                return new Done(acknowledged, List.of(name + i));
            }
        }
    }

    /// Fills the disk to the last block.
    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            for (var size = 1 << 20; size >= 512; size /= 2) {
                try {
                    while (true) {
                        out.write(new byte[size]);
                    }
                } catch (IOException _) {
                    // Smaller pieces may still fit.
                }
            }
        }
    }

    private Packaged serve(Path home) throws IOException {
        var server = Packaged.start(home, Map.of(), "serve");
        started.add(server);
        return server;
    }

    private static String token(Path home) throws IOException {
        return command(home, "token", "budget-officer").said().strip();
    }

    private static void assertReplays(Path home) throws IOException {
        assertThat(command(home, "replay").said()).contains("differences: 0");
    }

    private static Packaged command(Path home, String... arguments) throws IOException {
        var command = Packaged.start(home, Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"), arguments);
        assertThat(command.exit(LONG)).as(command.complained()).isZero();
        return command;
    }
}
