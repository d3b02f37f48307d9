package org.phatthana.files.reading;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import org.phatthana.files.FileType;
import org.phatthana.files.Reading.Reason;

/// Makes an image anew from its pixels, the right way up, with smaller copies. What is written holds pixels and
/// nothing else: no place, no camera, no preview.
///
/// An image with parts that one sees through stays PNG; a drawing in PNG stays PNG at its full size; everything
/// else becomes JPEG, in sRGB. Of a large image only as many pixels are read as are needed, so that 100 megapixels
/// fit into a small heap.
public final class Darkroom {

    /// An image that says that it has more pixels is not read.
    public static final long MOST_PIXELS = 120_000_000;

    /// WebP and progressive JPEG are decoded whole, and cost many times their pixels.
    public static final long MOST_HELD_PIXELS = 25_000_000;

    /// The longer edge of what is kept; larger images are made smaller.
    public static final int LONGEST_EDGE = 4096;

    /// The widths of the smaller copies.
    public static final List<Integer> WIDTHS = List.of(320, 1024, 2048);

    private static final long MOST_READ_BYTES = 72L << 20;
    private static final float FULL_QUALITY = 0.9f;
    private static final float SMALL_QUALITY = 0.82f;

    private Darkroom() {}

    /// One image in a file of its own.
    public record Picture(Path file, FileType type, int width, int height) {}

    /// What became of an image.
    public sealed interface Developed {

        /// @param full what is kept in its place
        /// @param sizes smaller copies, the narrowest first
        record Pictures(Picture full, List<Picture> sizes) implements Developed {}

        /// It is not read.
        record Objection(Reason reason) implements Developed {}
    }

    /// @param file a JPEG, PNG or WebP
    /// @param orientation how it must be turned, as Exif numbers it
    /// @param folder where to write what is made
    public static Developed develop(Path file, FileType type, int orientation, Path folder) throws IOException {
        BufferedImage read;
        try (var in = new FileImageInputStream(file.toFile())) {
            var reader = reader(type);
            try {
                reader.setInput(in, true, true);
                var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > (isHeld(file, type) ? MOST_HELD_PIXELS : MOST_PIXELS)) {
                    return new Developed.Objection(Reason.PIXELS);
                }
                read = read(reader, pixels);
            } finally {
                reader.dispose();
            }
        } catch (IIOException | EOFException | RuntimeException _) {
            // Readers answer damaged bytes with whatever comes of them, an index out of bounds for example.
            return new Developed.Objection(Reason.DAMAGED);
        }
        var isClear = Pixels.isSeenThrough(read);
        var upright = Pixels.upright(read, orientation, LONGEST_EDGE, isClear);
        return print(upright, isClear, type, folder);
    }

    private static boolean isHeld(Path file, FileType type) throws IOException {
        return type == FileType.WEBP || (type == FileType.JPEG && JpegHead.isProgressive(file));
    }

    private static ImageReader reader(FileType type) {
        return type == FileType.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(type.ending()).next();
    }

    /// Reads every pixel, or every second or third of each row and column where they would take too much room.
    private static BufferedImage read(ImageReader reader, long pixels) throws IOException {
        var types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IIOException("No colours that are understood");
        }
        var bitsPerPixel = Math.max(8, types.next().getColorModel().getPixelSize());
        var step = (int) Math.ceil(Math.sqrt((double) pixels * bitsPerPixel / 8 / MOST_READ_BYTES));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return reader.read(0, how);
    }

    private static Developed print(BufferedImage upright, boolean isClear, FileType source, Path folder)
            throws IOException {
        var small = isClear ? FileType.PNG : FileType.JPEG;
        var full =
                write(upright, isClear || source == FileType.PNG ? FileType.PNG : FileType.JPEG, FULL_QUALITY, folder);
        var sizes = new ArrayList<Picture>();
        var larger = upright;
        for (var width : WIDTHS.reversed()) {
            if (width < upright.getWidth()) {
                larger = Pixels.scaled(larger, width, upright.getWidth(), upright.getHeight());
                sizes.addFirst(write(larger, small, SMALL_QUALITY, folder));
            }
        }
        return new Developed.Pictures(full, List.copyOf(sizes));
    }

    private static Picture write(BufferedImage image, FileType type, float quality, Path folder) throws IOException {
        File file = folder.resolve(image.getWidth() + (quality == FULL_QUALITY ? "-full." : ".") + type.ending())
                .toFile();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.ending()).next();
        try (var out = new FileImageOutputStream(file)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return new Picture(file.toPath(), type, image.getWidth(), image.getHeight());
    }
}
