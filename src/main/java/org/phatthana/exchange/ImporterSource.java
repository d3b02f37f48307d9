package org.phatthana.exchange;

import java.util.List;

/// Brings importers that are not beans themselves, since how many there are is known only when the pack is read.
@FunctionalInterface
public interface ImporterSource {

    List<Importer> importers();
}
