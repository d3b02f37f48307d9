package org.phatthana.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.phatthana.values.Message;

/// Looks through the package of a workbook, before anything parses it, for what would harm: what unpacks to more
/// than it says or more than it may, entities, rows and columns without end. Each part is unpacked once and thrown
/// away.
final class Archive {

    private static final long OLE2 = 0xD0CF11E0A1B11AE1L;
    private static final int MOST_PARTS = 5_000;
    private static final long SMALL = 4L * 1024 * 1024;
    private static final long GREATEST_RATIO = 300;
    private static final long MOST_SHARED_TEXT = 96L * 1024 * 1024;
    private static final String WORKBOOK = "xl/workbook.xml";

    private final WorkbookLimits limits;
    private long inflated;
    private long rows;

    private Archive(WorkbookLimits limits) {
        this.limits = limits;
    }

    /// What stands against opening the file as a workbook, if anything.
    static Optional<Message> objection(Path file, WorkbookLimits limits) throws IOException {
        var size = Files.size(file);
        if (size > limits.fileBytes()) {
            return refuse("too-large", mebibytes(size), mebibytes(limits.fileBytes()));
        }
        var head = new byte[8];
        int read;
        try (var in = Files.newInputStream(file)) {
            read = in.readNBytes(head, 0, head.length);
        }
        if (read == 0) {
            return refuse("empty");
        }
        if (java.nio.ByteBuffer.wrap(head).getLong() == OLE2) {
            return oldFile(file);
        }
        if (head[0] != 'P' || head[1] != 'K') {
            return refuse("not-a-workbook");
        }
        try (var zip = ZipFile.builder().setPath(file).get()) {
            return new Archive(limits).objection(zip);
        } catch (IOException | IllegalArgumentException e) {
            return refuse("broken-package");
        }
    }

    private Optional<Message> objection(ZipFile zip) throws IOException {
        if (zip.getEntry("xl/workbook.bin") != null || zip.getEntry("content.xml") != null) {
            return refuse("other-format");
        }
        if (zip.getEntry(WORKBOOK) == null || zip.getEntry("[Content_Types].xml") == null) {
            return refuse("not-a-workbook");
        }
        Set<String> names = new HashSet<>();
        for (var part : Collections.list(zip.getEntries())) {
            if (names.size() >= MOST_PARTS || !names.add(part.getName())) {
                return refuse("broken-package");
            }
            if (part.getGeneralPurposeBit().usesEncryption()) {
                return refuse("password");
            }
            var objection = objection(zip, part);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<Message> objection(ZipFile zip, ZipArchiveEntry part) throws IOException {
        if (part.getSize() > limits.inflatedBytes()) {
            return bomb(part.getName());
        }
        var isXml = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
        var scan = new PartScan();
        try (InputStream in = zip.getInputStream(part)) {
            var buffer = new byte[64 * 1024];
            long unpacked = 0;
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                unpacked += count;
                inflated += count;
                if (inflated > limits.inflatedBytes()
                        || (unpacked > SMALL && unpacked > GREATEST_RATIO * Math.max(1, part.getCompressedSize()))
                        || (unpacked > MOST_SHARED_TEXT && part.getName().endsWith("sharedStrings.xml"))) {
                    return bomb(part.getName());
                }
                if (isXml) {
                    scan.accept(buffer, count);
                    var objection = objection(scan, part.getName());
                    if (objection.isPresent()) {
                        return objection;
                    }
                }
            }
            if (part.getSize() >= 0 && unpacked != part.getSize()) {
                return refuse("broken-package");
            }
        }
        rows += scan.rows();
        return Optional.empty();
    }

    private Optional<Message> objection(PartScan scan, String part) {
        if (scan.declaresEntities()) {
            return refuse("entities", part);
        }
        if (scan.hasEndlessColumns()) {
            return refuse("too-many-columns", (long) limits.columns());
        }
        return rows + scan.rows() > limits.rows() ? refuse("too-many-rows", (long) limits.rows()) : Optional.empty();
    }

    private Optional<Message> bomb(String part) {
        return refuse("bomb", part, mebibytes(limits.inflatedBytes()));
    }

    /// The streams of a compound file carry their names in UTF-16; which there are tells what it is.
    private static Optional<Message> oldFile(Path file) throws IOException {
        var names = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (names.contains(wide("EncryptedPackage")) || names.contains(wide("EncryptionInfo"))) {
            return refuse("password");
        }
        return names.contains(wide("Workbook")) || names.contains(wide("Book"))
                ? refuse("old-xls")
                : refuse("not-a-workbook");
    }

    private static String wide(String name) {
        return String.join("\0", name.split(""));
    }

    private static long mebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1024 * 1024);
    }

    private static Optional<Message> refuse(String word, Object... arguments) {
        return Optional.of(Message.of("exchange.workbook." + word, arguments));
    }
}
