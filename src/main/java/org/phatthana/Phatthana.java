package org.phatthana;

import java.util.List;
import org.phatthana.commands.Command;
import org.phatthana.people.TokenCommand;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;

/// The program: no command or `serve` runs the server, any other command does its work with the same rooms and ends.
@SpringBootApplication
@CommandLine.Command(
        name = "phatthana",
        mixinStandardHelpOptions = true,
        description = "The development cycle of a provincial administrative organization, in the open.",
        version = "phatthana 0.1.0")
public class Phatthana {

    /// Runs one command and ends with its exit code; `serve` stays.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String[] arguments) {
        var line = new CommandLine(new Phatthana());
        var serve = new Serve();
        line.addSubcommand(serve);
        commands().forEach(line::addSubcommand);
        line.setExecutionStrategy(parsed -> {
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
        return List.of(new TokenCommand());
    }

    private static int runOnce(Command command) {
        var application = new SpringApplication(Phatthana.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAdditionalProfiles("command");
        try (var rooms = application.run()) {
            return command.run(rooms);
        }
    }
}
