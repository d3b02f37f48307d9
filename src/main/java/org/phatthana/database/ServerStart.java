package org.phatthana.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// What `serve` does before anything else: it makes sure that it is the only server on its home, and lets the
/// embedded database start while the rest of the program does.
public final class ServerStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(40);

    /// A database that is starting.
    ///
    /// @param server what it will be
    record Starting(CompletableFuture<EmbeddedPostgres> server) {

        EmbeddedPostgres await() {
            try {
                return server.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof Refusal refusal ? refusal : e;
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var home = Path.of(environment.getRequiredProperty("phatthana.home")).toAbsolutePath();
        context.getBeanFactory().registerSingleton("homeClaim", claim(home));
        if (environment.getProperty("phatthana.database.url", "").isEmpty()) {
            var server = CompletableFuture.supplyAsync(() -> EmbeddedPostgres.start(home), Thread::startVirtualThread);
            // Also when the program is told to stop before it has started. After its rooms have closed.
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            context.getBeanFactory().registerSingleton("databaseStarting", new Starting(server));
        }
    }

    /// Holds the home until the process ends.
    ///
    /// @throws Refusal if another server has it, or the folder cannot be used
    private static Locks.Held claim(Path home) {
        try {
            Files.createDirectories(home);
            var holder = home.resolve("serve.pid");
            var lock = Locks.alone(home.resolve("serve.lock"));
            if (lock == null) {
                var pid = Files.exists(holder) ? Files.readString(holder).strip() : "?";
                throw Refusal.of("second-server", home.toString(), pid);
            }
            Files.writeString(holder, ProcessHandle.current().pid() + "\n");
            return lock;
        } catch (IOException e) {
            throw Failure.of(e, home);
        }
    }

    private static void close(CompletableFuture<EmbeddedPostgres> starting) {
        starting.copy()
                .orTimeout(SHUTDOWN_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .thenAccept(EmbeddedPostgres::close)
                .exceptionally(_ -> null) // it did not start, or not soon enough: the next start finds what there is
                .join();
    }
}
