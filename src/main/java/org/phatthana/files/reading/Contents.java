package org.phatthana.files.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.phatthana.files.FileType;
import org.phatthana.files.Reading.Reason;

/// Looks into a file to find what it is. Its name decides only what cannot be seen: whether a text is meant as a
/// table or as GeoJSON, which must then be one.
public final class Contents {

    /// A document ends with a mark within so many bytes; one that broke off on its way does not.
    private static final int PDF_END_BYTES = 4096;

    private Contents() {}

    /// @param name as its sender calls it
    public static Found look(Path file, String name) throws IOException {
        var kind = kind(file);
        return switch (kind) {
            case "application/pdf" -> pdf(file);
            case "image/jpeg" -> new Found.Type(FileType.JPEG);
            case "image/png", "image/apng" -> new Found.Type(FileType.PNG);
            case "image/webp" -> new Found.Type(FileType.WEBP);
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif" ->
                new Found.Objection(Reason.HEIC);
            case "application/vnd.google-earth.kml+xml", "application/xml" -> MapData.kml(file);
            case "text/plain", "text/csv", "application/json" -> text(file, name);
            default -> packed(kind, file);
        };
    }

    private static Found packed(String kind, Path file) throws IOException {
        if (kind.startsWith("application/vnd.oasis.opendocument")
                || kind.startsWith("application/vnd.openxmlformats")
                || kind.equals("application/x-tika-ooxml")
                || kind.equals("application/zip")) {
            return OfficePackage.look(file);
        }
        return new Found.Objection(
                kind.startsWith("application/x-tika-msoffice")
                                || kind.equals("application/msword")
                                || kind.startsWith("application/vnd.ms-")
                        ? Reason.OLD_OFFICE
                        : Reason.TYPE);
    }

    private static String kind(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(in, new Metadata())
                    .getBaseType()
                    .toString();
        }
    }

    private static Found pdf(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var end = new byte[(int) Math.min(PDF_END_BYTES, bytes.length())];
            bytes.seek(bytes.length() - end.length);
            bytes.readFully(end);
            return new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF")
                    ? new Found.Type(FileType.PDF)
                    : new Found.Objection(Reason.DAMAGED);
        }
    }

    private static Found text(Path file, String name) throws IOException {
        if (!PlainText.isReadable(file)) {
            return new Found.Objection(Reason.LETTERS);
        }
        var small = name.toLowerCase(Locale.ROOT);
        if (small.endsWith(".json") || small.endsWith(".geojson")) {
            return MapData.geoJson(file);
        }
        return new Found.Type(small.endsWith(".csv") ? FileType.CSV : FileType.TEXT);
    }
}
