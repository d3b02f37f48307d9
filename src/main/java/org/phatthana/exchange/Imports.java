package org.phatthana.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// All importers by their kinds. Every way in, command, interface or page, goes through here, so that news of a
/// stored file is never forgotten and trying a file is the same as taking it in, up to the last moment.
@Component
public class Imports {

    private final List<Importer> importers;
    private final List<ImporterSource> sources;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final TableFiles tables;

    Imports(
            List<Importer> importers,
            List<ImporterSource> sources,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            TableFiles tables) {
        this.importers = importers;
        this.sources = sources;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /// The kinds that can be imported, in the order of the alphabet.
    public List<String> kinds() {
        return all().map(Importer::kind).sorted().toList();
    }

    /// What pages say of a kind.
    public Optional<ImportGuide> guide(String kind) {
        return find(kind).map(Importer::guide);
    }

    /// Takes in a file.
    ///
    /// @return what became of it; empty if there is no such kind
    public Optional<ImportOutcome> take(String kind, ImportFile file) {
        return find(kind).map(importer -> run(importer, file, true));
    }

    /// Takes in a file and takes everything back.
    ///
    /// @return what [#take] would answer now; empty if there is no such kind. What it says to be stored is not.
    public Optional<ImportOutcome> attempt(String kind, ImportFile file) {
        return find(kind).map(importer -> run(importer, file, false));
    }

    /// The headings of a file's tables and what their columns are taken for.
    ///
    /// @return none where there is no such kind, its files are no such tables, or none was found
    public List<TableHead> heads(String kind, ImportFile file) {
        return find(kind)
                .map(importer -> importer.columns(file))
                .filter(columns -> !columns.isEmpty())
                .map(columns -> tables.read(file, kind, columns).heads())
                .orElse(List.of());
    }

    private ImportOutcome run(Importer importer, ImportFile file, boolean keep) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var outcome = importer.take(file);
            if (outcome instanceof ImportOutcome.Stored stored) {
                // What the schema checks at commit is checked here, so that an attempt finds it too.
                jdbc.sql("set constraints all immediate").update();
                if (keep) {
                    tables.remember(file, importer.kind(), importer.columns(file));
                    events.publishEvent(new FileImported(importer.kind(), file.name(), stored.subject()));
                    return outcome;
                }
            }
            status.setRollbackOnly();
            return outcome;
        }));
    }

    private Optional<Importer> find(String kind) {
        return all().filter(importer -> importer.kind().equals(kind)).findFirst();
    }

    private Stream<Importer> all() {
        return Stream.concat(importers.stream(), sources.stream().flatMap(source -> source.importers().stream()));
    }
}
