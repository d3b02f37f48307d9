package org.phatthana.people;

import org.jspecify.annotations.Nullable;
import org.phatthana.commands.Command;
import org.phatthana.people.accounts.Tokens;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `token ROLE`: makes a bearer token and prints it, once.
@CommandLine.Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes a bearer token by which a program acts in one role, and prints it once.")
public class TokenCommand implements Command {

    private static final int DEFAULT_DAYS = 90;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @CommandLine.Parameters(
            paramLabel = "ROLE",
            description =
                    "citizen, partner, officer, planner, budget-officer, executive, council, auditor, administrator")
    private String role = "";

    @CommandLine.Option(names = "--days", description = "How long it is valid, 1 to 366 days; 90 if not given.")
    private int days = DEFAULT_DAYS;

    @CommandLine.Option(names = "--label", description = "What it is for, as the page of tokens shows it.")
    private String label = "command line";

    @Override
    public int run(BeanFactory rooms) {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        Role chosen;
        try {
            chosen = Role.of(role);
        } catch (IllegalArgumentException _) {
            line.getErr().println("There is no role «" + role + "»; see token --help.");
            return USAGE;
        }
        if (days < 1 || days > Tokens.MAX_DAYS || label.isBlank() || label.length() > Tokens.MAX_LABEL) {
            line.getErr()
                    .println("--days is 1 to " + Tokens.MAX_DAYS + ", and --label at most " + Tokens.MAX_LABEL
                            + " characters.");
            return USAGE;
        }
        line.getOut().println(rooms.getBean(Tokens.class).make(chosen, label, days));
        line.getErr().println("Shown once; valid for " + days + " days. Revoke it at /people/tokens.");
        return DONE;
    }
}
