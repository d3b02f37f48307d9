package org.phatthana.files.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.phatthana.files.FileType;

/// Makes a name that is safe on every disk, in a header and on a page, of whatever a sender calls a file.
public final class FileNames {

    private static final int LONGEST = 120;
    private static final String UNNAMED = "file";

    private FileNames() {}

    /// The last part of the name without signs that do not print, turn the direction of writing or mean something
    /// to a disk; at most 120 signs, with the ending of what the file really is.
    public static String clean(String name, FileType type) {
        return shortened(withoutEnding(printable(name))) + "." + type.ending();
    }

    /// The name as it is told to its sender, whatever the file is.
    public static String shown(String name) {
        return shortened(printable(name));
    }

    private static String printable(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                .replaceAll("[<>:\"|?*;%]", "_")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
    }

    private static String withoutEnding(String name) {
        var dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return name;
        }
        var ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        var isKnown =
                Arrays.stream(FileType.values()).anyMatch(type -> type.endings().contains(ending));
        return isKnown ? name.substring(0, dot).stripTrailing() : name;
    }

    private static String shortened(String name) {
        if (name.isEmpty()) {
            return UNNAMED;
        }
        var count = name.codePointCount(0, name.length());
        return count <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip();
    }
}
