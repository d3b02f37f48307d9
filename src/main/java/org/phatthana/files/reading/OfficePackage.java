package org.phatthana.files.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.phatthana.files.FileType;
import org.phatthana.files.Reading.Reason;

/// Looks through the package of an office file: which it is, whether it carries programs, and whether it unpacks to
/// more than an office would write. Every part is unpacked once and thrown away.
final class OfficePackage {

    private static final int MOST_PARTS = 5_000;
    private static final long MOST_INFLATED = 400L << 20;
    private static final int MOST_LISTED = 1 << 20;

    private static final Map<String, FileType> MAIN_PARTS = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileType.DOCX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileType.XLSX);

    private static final Pattern PROGRAMS = Pattern.compile(
            "(.*/)?(vbaproject\\.bin|vbadata\\.xml)|xl/macrosheets/.*|(.*/)?activex/.*|basic/.*|scripts/.*");

    private OfficePackage() {}

    static Found look(Path file) throws IOException {
        try (var zip = ZipFile.builder().setPath(file).get()) {
            return look(zip);
        } catch (IOException | IllegalArgumentException _) {
            return new Found.Objection(Reason.DAMAGED);
        }
    }

    private static Found look(ZipFile zip) throws IOException {
        var names = new HashSet<String>();
        long inflated = 0;
        for (var part : Collections.list(zip.getEntries())) {
            if (names.size() >= MOST_PARTS) {
                return new Found.Objection(Reason.BOMB);
            }
            if (!names.add(part.getName()) || part.getGeneralPurposeBit().usesEncryption()) {
                return new Found.Objection(Reason.DAMAGED);
            }
            if (PROGRAMS.matcher(part.getName().toLowerCase(Locale.ROOT)).matches()) {
                return new Found.Objection(Reason.MACROS);
            }
            inflated += inflated(zip, part, MOST_INFLATED - inflated);
            if (inflated > MOST_INFLATED) {
                return new Found.Objection(Reason.BOMB);
            }
        }
        return type(zip);
    }

    /// How much a part unpacks to; a little more than the limit where it is more.
    private static long inflated(ZipFile zip, ZipArchiveEntry part, long limit) throws IOException {
        var buffer = new byte[64 * 1024];
        long inflated = 0;
        try (var in = zip.getInputStream(part)) {
            for (var count = in.read(buffer); count >= 0 && inflated <= limit; count = in.read(buffer)) {
                inflated += count;
            }
        }
        return inflated;
    }

    private static Found type(ZipFile zip) throws IOException {
        var mediaType = text(zip, "mimetype").strip();
        if (mediaType.equals(FileType.ODT.mediaType()) || mediaType.equals(FileType.ODS.mediaType())) {
            return new Found.Type(FileType.of(mediaType).orElseThrow());
        }
        var listed = text(zip, "[Content_Types].xml");
        if (listed.contains("macroEnabled")) {
            return new Found.Objection(Reason.MACROS);
        }
        return MAIN_PARTS.entrySet().stream()
                .filter(main ->
                        listed.contains("\"" + main.getKey() + "\"") || listed.contains("'" + main.getKey() + "'"))
                .findFirst()
                .<Found>map(main -> new Found.Type(main.getValue()))
                .orElse(new Found.Objection(Reason.TYPE));
    }

    private static String text(ZipFile zip, String name) throws IOException {
        var part = zip.getEntry(name);
        if (part == null) {
            return "";
        }
        try (var in = zip.getInputStream(part)) {
            return new String(in.readNBytes(MOST_LISTED), StandardCharsets.UTF_8);
        }
    }
}
