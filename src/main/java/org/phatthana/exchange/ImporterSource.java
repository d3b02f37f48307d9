package org.phatthana.exchange;

import java.util.List;

/// Brings importers that are not beans themselves, since which there are is known only when they are asked for.
@FunctionalInterface
public interface ImporterSource {

    List<Importer> importers();
}
