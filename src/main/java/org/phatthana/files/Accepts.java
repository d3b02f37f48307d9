package org.phatthana.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a form asks for. The template "files/field" is the input of a form: it says beside it what is taken, and
/// how large.
public enum Accepts {
    PHOTOGRAPHS,
    DOCUMENTS,
    ANY;

    public boolean takes(FileType type) {
        return switch (this) {
            case PHOTOGRAPHS -> type.isImage();
            case DOCUMENTS -> !type.isImage();
            case ANY -> true;
        };
    }

    /// The attribute `accept` of the input.
    public String attribute() {
        return Arrays.stream(FileType.values())
                .filter(this::takes)
                .flatMap(type -> Stream.concat(
                        Stream.of(type.mediaType()), type.endings().stream().map(ending -> "." + ending)))
                .collect(Collectors.joining(","));
    }

    /// The end of the keys of its words: `photographs`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
