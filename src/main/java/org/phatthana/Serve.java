package org.phatthana;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.phatthana.commands.Command;
import org.phatthana.database.ServerStart;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import picocli.CommandLine;

/// Runs the server until it is told to stop.
@CommandLine.Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Phatthana.Version.class,
        description = "Runs the server (the default). Prints its address when it answers; Ctrl-C stops it.")
class Serve implements Callable<Integer> {

    @Override
    public Integer call() {
        var stopped = new CountDownLatch(1);
        var application = new SpringApplication(Phatthana.class);
        AheadOfTime.prepare(application);
        application.addInitializers(new ServerStart());
        application.addListeners((ApplicationListener<ContextClosedEvent>) _ -> stopped.countDown());
        try {
            sayAddress(application.run().getEnvironment());
        } catch (RuntimeException _) {
            return Command.REFUSED; // Spring has said why
        }
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Command.DONE;
    }

    /// The last line of the start: where to look.
    private static void sayAddress(Environment environment) {
        var baseUrl = environment.getProperty("phatthana.base-url", "");
        var address = baseUrl.isEmpty() ? "http://localhost:" + environment.getProperty("local.server.port") : baseUrl;
        System.out.println("Phatthana · " + address);
    }
}
