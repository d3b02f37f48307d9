package org.phatthana.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is taken in and kept.
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt"),
    KML("application/vnd.google-earth.kml+xml", "kml"),
    GEOJSON("application/geo+json", "geojson");

    private final String mediaType;
    private final String ending;

    FileType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /// How names of such files end, without the dot.
    public String ending() {
        return ending;
    }

    /// All endings that are in use for such files.
    public List<String> endings() {
        return switch (this) {
            case JPEG -> List.of(ending, "jpeg");
            case GEOJSON -> List.of(ending, "json");
            default -> List.of(ending);
        };
    }

    public boolean isImage() {
        return this == JPEG || this == PNG || this == WEBP;
    }

    /// Whether a browser shows it by itself; anything else is handed to the reader as a file to keep.
    public boolean isShown() {
        return isImage() || this == PDF;
    }
}
