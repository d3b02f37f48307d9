package org.phatthana.documents;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutFontManager;
import org.openpdf.text.pdf.GlyphLayoutManager;

/// Places the letters of a PDF by the JDK's text layout: without it the tone marks of Thai would stand beside or
/// upon each other. All that Sarabun can write runs from left to right. Safe for all threads.
final class Shaping extends GlyphLayoutManager {

    private static final FontRenderContext EXACT = new FontRenderContext(null, false, true);

    private static final String FONT_LIST = "sun.awt.fontconfig";

    private record Sized(BaseFont font, float size) {}

    private final GlyphLayoutFontManager fonts;
    private final BaseFont regular;
    private final BaseFont bold;
    private final Map<Sized, Font> sized = new ConcurrentHashMap<>();

    private Shaping(GlyphLayoutFontManager fonts) throws GlyphLayoutFontManager.FontLoadException {
        super(fonts);
        this.fonts = fonts;
        this.regular = load(fonts, Typefaces.REGULAR);
        this.bold = load(fonts, Typefaces.BOLD);
        setWriteActualText(true);
        computeGlyphVector(regular, 1, "ที่");
    }

    /// Gets the JDK's text layout ready.
    ///
    /// @throws IllegalStateException if this machine's Java cannot lay out text; the message says what it lacks
    static Shaping load() {
        try {
            tellJavaOfOurFonts();
            return new Shaping(new GlyphLayoutFontManager());
        } catch (GlyphLayoutFontManager.FontLoadException
                | IOException
                | RuntimeException
                | LinkageError
                | InternalError e) {
            throw new IllegalStateException(
                    "PDF forms need Java's text layout, which does not work on this machine. Use a JDK that has"
                            + " libfontmanager and libfreetype in its folder lib, as Temurin has, and a folder for"
                            + " temporary files that can be written to; then start the program again",
                    e);
        }
    }

    /// Java asks the system's fontconfig for fonts before it reads any, and fails on a server that has none. So it
    /// is given a list in which there are only ours, unless whoever started it has named another.
    private static void tellJavaOfOurFonts() throws IOException {
        if (System.getProperty(FONT_LIST) != null) {
            return;
        }
        var folder = Files.createTempDirectory("phatthana-fonts");
        folder.toFile().deleteOnExit();
        var font = folder.resolve(Typefaces.REGULAR);
        Files.write(font, Typefaces.file(Typefaces.REGULAR));
        font.toFile().deleteOnExit();
        var lines = new ArrayList<String>();
        lines.add("version=1");
        for (var family : List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")) {
            for (var style : List.of("plain", "bold", "italic", "bolditalic")) {
                lines.add(family + "." + style + ".latin-1=Sarabun");
            }
        }
        lines.add("sequence.allfonts=latin-1");
        lines.add("filename.Sarabun=" + font);
        var list = folder.resolve("fontconfig.properties");
        Files.write(list, lines);
        list.toFile().deleteOnExit();
        System.setProperty(FONT_LIST, list.toString());
    }

    private static BaseFont load(GlyphLayoutFontManager fonts, String name)
            throws GlyphLayoutFontManager.FontLoadException {
        return fonts.loadFont(name, new ByteArrayInputStream(Typefaces.file(name)), 1)
                .getBaseFont();
    }

    BaseFont font(Mark mark) {
        return mark == Mark.BOLD ? bold : regular;
    }

    @Override
    public GlyphVector computeGlyphVector(BaseFont font, float size, String text) {
        var letters = text.toCharArray();
        return sized.computeIfAbsent(new Sized(font, size), key -> fonts.getAwtFont(key.font(), key.size()))
                .layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    }

    @Override
    protected int getFontRunDirection(BaseFont font, float size) {
        return Font.LAYOUT_LEFT_TO_RIGHT;
    }
}
