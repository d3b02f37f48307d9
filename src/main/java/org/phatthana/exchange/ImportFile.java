package org.phatthana.exchange;

import java.nio.file.Path;
import java.util.Map;

/// A file that someone hands in.
///
/// @param path where its bytes are
/// @param name what its owner calls it, for messages and for what the name itself says (an ordinance's year, for
/// example)
/// @param options what the caller states beyond the file: `year`, `organization`, …
/// @param capacity the role in which it is handed in, as the public log writes it
public record ImportFile(Path path, String name, Map<String, String> options, String capacity) {

    public ImportFile {
        options = Map.copyOf(options);
    }
}
