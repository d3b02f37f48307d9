package org.phatthana.exchange;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// All importers by their kinds. Every way in, command, interface or page, goes through here, so that news of a
/// stored file is never forgotten.
@Component
public class Imports {

    private final List<Importer> importers;
    private final ApplicationEventPublisher events;

    Imports(List<Importer> importers, ApplicationEventPublisher events) {
        this.importers = importers;
        this.events = events;
    }

    /// The kinds that can be imported, in the order of the alphabet.
    public List<String> kinds() {
        return importers.stream().map(Importer::kind).sorted().toList();
    }

    /// Takes in a file.
    ///
    /// @return what became of it; empty if there is no such kind
    public Optional<ImportOutcome> take(String kind, ImportFile file) {
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .map(importer -> {
                    var outcome = importer.take(file);
                    if (outcome instanceof ImportOutcome.Stored stored) {
                        events.publishEvent(new FileImported(kind, file.name(), stored.subject()));
                    }
                    return outcome;
                });
    }
}
