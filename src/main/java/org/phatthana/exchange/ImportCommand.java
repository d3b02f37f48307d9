package org.phatthana.exchange;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.commands.Command;
import org.phatthana.values.Language;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;

/// `import KIND FILE`: takes in a file without a browser. Counts and exact sums go to standard output, odd cells
/// and refusals to standard error.
@CommandLine.Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in a file, whole or not at all: a plan workbook, a budget ordinance, the shapes of places.",
            "Prints counts and exact sums; odd cells and refusals go to standard error."
        })
public final class ImportCommand implements Command {

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "plan, edition, equipment, operation, ordinance, balances, contracts, progress, places,"
                    + " observations, xlsform or register-CODE")
    private String kind = "";

    @CommandLine.Parameters(index = "1", paramLabel = "FILE", description = "the file to take in")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--year", paramLabel = "N", description = "fiscal year, Buddhist Era")
    private @Nullable Integer year;

    @CommandLine.Option(
            names = "--organization",
            paramLabel = "ID",
            description = "whose file it is, if its name does not say")
    private @Nullable String organization;

    @CommandLine.Option(
            names = "--option",
            paramLabel = "KEY=VALUE",
            description = {
                "what an importer asks for besides;",
                "column.FIELD=HEADING says which column of a table is which"
            })
    private Map<String, String> options = new HashMap<>();

    @CommandLine.Option(names = "--dry-run", description = "say what would become of the file, and store nothing")
    private boolean dryRun;

    @CommandLine.Option(names = "--language", paramLabel = "CODE", description = "of the messages (default: en)")
    private String language = "en";

    @Override
    public int run(BeanFactory rooms) {
        var imports = rooms.getBean(Imports.class);
        if (!Files.isRegularFile(file)) {
            System.err.println("There is no file " + file);
            return USAGE;
        }
        var stated = new HashMap<>(options);
        if (year != null) {
            stated.put("year", year.toString());
        }
        if (organization != null) {
            stated.put("organization", organization);
        }
        var name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        var begun = System.nanoTime();
        var handedIn = new ImportFile(file, name, stated, "command");
        var outcome = dryRun ? imports.attempt(kind, handedIn) : imports.take(kind, handedIn);
        if (outcome.isEmpty()) {
            System.err.println(
                    "There is no kind «%s»; there are: %s".formatted(kind, String.join(", ", imports.kinds())));
            return USAGE;
        }
        System.err.printf("took %d ms, heap at most %d MB%n", (System.nanoTime() - begun) / 1_000_000, peakMegabytes());
        return print(outcome.get(), rooms.getBean(Texts.class), new Language(language));
    }

    /// The most that the heap held at once, as far as the collectors saw it.
    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1_000_000;
    }

    private int print(ImportOutcome outcome, Texts texts, Language language) {
        return switch (outcome) {
            case ImportOutcome.Stored stored -> {
                System.out.println(dryRun ? "nothing was stored: a dry run" : "stored: " + stored.subject());
                stored.counts().forEach((word, count) -> System.out.println(word + ": " + count));
                stored.sums().forEach((word, sum) -> System.out.println(word + ": " + sum));
                stored.changes()
                        .forEach(change -> System.out.println("%s%d %s (%s): %s -> %s"
                                .formatted(
                                        change.sheet().isEmpty() ? "" : change.sheet() + "!",
                                        change.row(),
                                        change.about().in(language),
                                        change.field(),
                                        text(change.before(), texts, language),
                                        text(change.after(), texts, language))));
                print(stored.notes(), texts, language, System.err);
                yield DONE;
            }
            case ImportOutcome.Refused refused -> {
                System.err.println("refused, nothing was stored:");
                print(refused.errors(), texts, language, System.err);
                yield REFUSED;
            }
        };
    }

    private static Object text(Object value, Texts texts, Language language) {
        return value instanceof Message message ? texts.text(language, message) : value;
    }

    private static void print(List<CellNote> notes, Texts texts, Language language, PrintStream out) {
        for (var note : notes) {
            out.println(where(note) + texts.text(language, note.message()));
        }
    }

    private static String where(CellNote note) {
        var where = new StringBuilder(note.sheet());
        if (note.row() > 0 || !note.column().isEmpty()) {
            where.append(where.isEmpty() ? "" : "!").append(note.column()).append(note.row() > 0 ? note.row() : "");
        }
        if (!note.field().isEmpty()) {
            where.append(" (").append(note.field()).append(')');
        }
        return where.isEmpty() ? "" : where.append(": ").toString();
    }
}
