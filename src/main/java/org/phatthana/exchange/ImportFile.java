package org.phatthana.exchange;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// A file that someone hands in.
///
/// @param path where its bytes are
/// @param name what its owner calls it, for messages and for what the name itself says (an ordinance's year, for
///   example); signs that do not print become spaces, and at most the first 200 signs are kept
/// @param options what the caller states beyond the file: `year`, `organization`, …
/// @param capacity the role in which it is handed in, as the public log writes it
public record ImportFile(Path path, String name, Map<String, String> options, String capacity) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_OPTION = 1_000;

    public ImportFile {
        name = printable(name, LONGEST_NAME);
        options = options.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, option -> printable(option.getValue(), LONGEST_OPTION)));
    }

    private static String printable(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length())).replaceAll("\\p{Cntrl}", " ");
    }
}
