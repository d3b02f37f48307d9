package org.phatthana;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.phatthana.budget.ReplayCommand;
import org.phatthana.commands.Command;
import org.phatthana.exchange.ImportCommand;
import org.phatthana.people.PasswordCommand;
import org.phatthana.people.TokenCommand;
import org.phatthana.plan.SampleCommand;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import picocli.CommandLine;

/// The program: no command or `serve` runs the server, any other command does its work with the same rooms and
/// ends.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@CommandLine.Command(
        name = "phatthana",
        mixinStandardHelpOptions = true,
        description = "The development cycle of a provincial administrative organization, in the open.",
        versionProvider = Phatthana.Version.class)
public class Phatthana {

    /// Runs one command and ends with its exit code; `serve` stays.
    public static void main(String[] arguments) {
        // Thai is Thai whatever the locale of the console claims.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(run(arguments));
    }

    static int run(String[] arguments) {
        var serve = new Serve();
        if (arguments.length == 0 || List.of(arguments).equals(List.of("serve"))) {
            return serve.call(); // nothing to read: a server starts sooner without the reader of commands
        }
        var line = new CommandLine(new Phatthana());
        line.addSubcommand(serve);
        commands().forEach(line::addSubcommand);
        line.setExecutionStrategy(parsed -> {
            var helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return helped;
            }
            var leaf = parsed;
            while (leaf.hasSubcommand()) {
                leaf = leaf.subcommand();
            }
            if (leaf.commandSpec().userObject() instanceof Command command) {
                return runOnce(command);
            }
            return serve.call();
        });
        line.setExecutionExceptionHandler((exception, command, _) -> {
            command.getErr().println(exception.getMessage());
            return Command.REFUSED;
        });
        return line.execute(arguments);
    }

    private static List<Command> commands() {
        return List.of(
                new ImportCommand(),
                new TokenCommand(),
                new PasswordCommand(),
                new SampleCommand(),
                new ReplayCommand());
    }

    private static int runOnce(Command command) {
        var application = new SpringApplication(Phatthana.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAdditionalProfiles("command");
        ConfigurableApplicationContext rooms;
        try {
            rooms = application.run();
        } catch (RuntimeException _) {
            return Command.REFUSED; // Spring has said why
        }
        try (rooms) {
            return command.run(rooms);
        }
    }

    /// The version and time of the build, from the file that the build makes.
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            var build = new Properties();
            try (var in = Phatthana.class.getResourceAsStream("/META-INF/build-info.properties")) {
                if (in != null) {
                    build.load(in);
                }
            }
            return new String[] {
                "phatthana %s (%s)"
                        .formatted(build.getProperty("build.version", "?"), build.getProperty("build.time", "?"))
            };
        }
    }
}
