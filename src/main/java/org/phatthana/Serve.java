package org.phatthana;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.phatthana.commands.Command;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine;

/// Runs the server until it is told to stop.
@CommandLine.Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the server (the default).")
class Serve implements Callable<Integer> {

    @Override
    public Integer call() {
        var stopped = new CountDownLatch(1);
        var application = new SpringApplication(Phatthana.class);
        application.addListeners((ApplicationListener<ContextClosedEvent>) _ -> stopped.countDown());
        application.run();
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Command.DONE;
    }
}
