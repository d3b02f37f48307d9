package org.phatthana.files.reading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether a file is text that an office can read.
final class PlainText {

    private static final Charset OLD_THAI = Charset.forName("x-windows-874");

    private PlainText() {}

    /// Whether all of it are letters in UTF-8, in UTF-16 with its mark, or in the old Thai encoding.
    static boolean isReadable(Path file) throws IOException {
        for (var charset : charsets(file)) {
            if (isReadable(file, charset)) {
                return true;
            }
        }
        return false;
    }

    private static List<Charset> charsets(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mark = in.readNBytes(2);
            var isWide = mark.length == 2
                    && ((mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF)
                            || (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE));
            return isWide ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, OLD_THAI);
        }
    }

    private static boolean isReadable(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            var buffer = new char[8192];
            for (var count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                if (new String(buffer, 0, count).chars().anyMatch(PlainText::isNoText)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean isNoText(int sign) {
        return (sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f') || sign == 0x7F;
    }
}
