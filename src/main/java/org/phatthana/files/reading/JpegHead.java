package org.phatthana.files.reading;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// What the head of a JPEG says (ITU-T T.81, annex B): only lengths are followed.
final class JpegHead {

    private static final int MOST_SEGMENTS = 10_000;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;

    private JpegHead() {}

    /// Whether its pixels come in several scans, so that all of them are held until the last.
    static boolean isProgressive(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long position = 2;
            for (var segment = 0; segment < MOST_SEGMENTS && position + 4 <= bytes.length(); segment++) {
                bytes.seek(position);
                var filler = bytes.readUnsignedByte();
                var marker = bytes.readUnsignedByte();
                if (filler != 0xFF || isFrame(marker)) {
                    return filler == 0xFF && (marker & 3) == 2;
                }
                position += marker == 0xFF ? 1 : 2 + bytes.readUnsignedShort();
            }
            return false;
        }
    }

    /// Tables of codes (C4), an extension (C8) and arithmetic conditioning (CC) have numbers in between.
    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME && marker <= LAST_FRAME && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
