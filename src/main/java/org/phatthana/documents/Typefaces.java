package org.phatthana.documents;

import java.io.IOException;
import java.util.Arrays;
import org.openpdf.text.pdf.BaseFont;

/// The two cuts of Sarabun that forms are printed in, and how wide their letters are. Safe for all threads.
final class Typefaces {

    static final String REGULAR = "Sarabun_400Regular.ttf";
    static final String BOLD = "Sarabun_700Bold.ttf";

    private final Cut regular = new Cut(REGULAR);
    private final Cut bold = new Cut(BOLD);

    /// The width of a letter at the size of one point; nothing for a mark above or below another.
    float width(char letter, Mark mark) {
        return (mark == Mark.BOLD ? bold : regular).width(letter);
    }

    /// A font's file, from the program's jar.
    static byte[] file(String name) {
        try (var in = Typefaces.class.getResourceAsStream("/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program's jar lacks the font " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The font " + name + " cannot be read from the program's jar", e);
        }
    }

    /// One cut with the widths of the letters that were asked for. Two threads may find the same width twice.
    private static final class Cut {

        private static final float UNKNOWN = -1;

        private final BaseFont font;
        private final float[] widths = new float[1 << Character.SIZE];

        Cut(String name) {
            try {
                this.font = BaseFont.createFont(
                        name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file(name), null, false, false);
            } catch (IOException e) {
                throw new IllegalStateException("The font " + name + " is broken", e);
            }
            Arrays.fill(widths, UNKNOWN);
        }

        float width(char letter) {
            var width = widths[letter];
            if (width == UNKNOWN) {
                width = font.getWidthPoint(letter, 1);
                widths[letter] = width;
            }
            return width;
        }
    }
}
