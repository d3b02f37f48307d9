package org.phatthana.budget;

import org.jspecify.annotations.Nullable;
import org.phatthana.budget.ledger.Replay;
import org.phatthana.commands.Command;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `replay`: rebuilds every balance of the ledger from its journal, and says whether all is as it is kept.
@CommandLine.Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Rebuilds every balance of the budget ledger from its journal, and compares with the balances that are"
                    + " kept",
            "and with the entries of the public log. Changes nothing; a server may run meanwhile.",
            "Ends with 0 if all is the same, with 1 if not; differences go to standard error."
        })
public final class ReplayCommand implements Command {

    private static final long TOLD_EVERY = 50_000;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Override
    public int run(BeanFactory rooms) {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        var begun = System.nanoTime();
        var found = rooms.getBean(Replay.class).run(number -> {
            if (number % TOLD_EVERY == 0) {
                line.getErr().println("replayed up to transaction " + number);
            }
        });
        line.getOut().println("transactions: " + found.transactions());
        line.getOut().println("entries: " + found.entries());
        line.getOut().println("accounts: " + found.accounts());
        line.getOut().println("log entries: " + found.logEntries());
        line.getOut().println("of removed sample books: " + found.removed());
        line.getOut().println("differences: " + found.differenceCount());
        found.differences().forEach(line.getErr()::println);
        if (found.differenceCount() > found.differences().size()) {
            line.getErr()
                    .println("and "
                            + (found.differenceCount() - found.differences().size()) + " more");
        }
        line.getErr().println("took " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        return found.isClean() ? DONE : REFUSED;
    }
}
