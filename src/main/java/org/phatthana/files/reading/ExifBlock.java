package org.phatthana.files.reading;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.phatthana.files.FileType;

/// Finds the camera's notes in a PNG (its chunk `eXIf`) or a WebP (`EXIF`). Only lengths are followed and nothing
/// is unpacked, so that no other chunk can do harm.
final class ExifBlock {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_CHUNKS = 100_000;
    private static final int PNG_HEAD = 8;
    private static final int WEBP_HEAD = 12;
    private static final byte[] NONE = {};
    private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private ExifBlock() {}

    /// The notes as TIFF; empty where there are none.
    static byte[] find(Path file, FileType type) throws IOException {
        var isPng = type == FileType.PNG;
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long position = isPng ? PNG_HEAD : WEBP_HEAD;
            for (var chunk = 0; chunk < MOST_CHUNKS && position + 8 <= bytes.length(); chunk++) {
                bytes.seek(position);
                var first = bytes.readInt();
                var second = bytes.readInt();
                var length = Integer.toUnsignedLong(isPng ? first : Integer.reverseBytes(second));
                var name = isPng ? second : first;
                if (name == (isPng ? name("eXIf") : name("EXIF"))) {
                    return length > MOST_BYTES || position + 8 + length > bytes.length()
                            ? NONE
                            : read(bytes, (int) length);
                }
                position += isPng ? length + 12 : length + 8 + (length & 1);
            }
            return NONE;
        }
    }

    private static byte[] read(RandomAccessFile bytes, int length) throws IOException {
        var block = new byte[length];
        bytes.readFully(block);
        var hasPreamble =
                length >= PREAMBLE.length && Arrays.equals(PREAMBLE, 0, PREAMBLE.length, block, 0, PREAMBLE.length);
        return hasPreamble ? Arrays.copyOfRange(block, PREAMBLE.length, length) : block;
    }

    private static int name(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.ISO_8859_1)).getInt();
    }
}
