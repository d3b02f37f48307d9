package org.phatthana.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/// Images for tests, made where they are needed. One corner, the upper left, is red, so that it is seen how an
/// image was turned.
public final class Pictures {

    /// One grey pixel.
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpg");
    }

    public static byte[] png(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_3BYTE_BGR), "png");
    }

    /// One whose lower half lets through what lies behind.
    public static byte[] clearPng(int width, int height) {
        var image = drawn(width, height, BufferedImage.TYPE_4BYTE_ABGR);
        for (var y = height / 2; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, 0);
            }
        }
        return written(image, "png");
    }

    public static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /// A PNG of one grey, as long as it says, of which next to nothing is sent.
    public static byte[] flatPng(int width, int height) {
        try {
            var out = new ByteArrayOutputStream();
            out.write(pngHead(width, height));
            var rows = new ByteArrayOutputStream();
            try (var zip = new DeflaterOutputStream(rows, new Deflater(Deflater.BEST_SPEED))) {
                var row = new byte[width + 1];
                for (var y = 0; y < height; y++) {
                    zip.write(row);
                }
            }
            chunk(out, "IDAT", rows.toByteArray());
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The beginning of a PNG that claims so many pixels.
    public static byte[] pngHead(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 0, 0, 0, 0})
                        .array());
        return out.toByteArray();
    }

    /// The PNG with a chunk before its pixels.
    public static byte[] withChunk(byte[] png, String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        chunk(out, name, content);
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var crc = new CRC32();
        crc.update(named);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(named);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /// The JPEG with the notes of a camera: how it was held, where and when. The clock runs in Thailand.
    public static byte[] noted(byte[] jpeg, int orientation, double latitude, double longitude, String time)
            throws IOException {
        var notes = new TiffOutputSet();
        var root = notes.getOrCreateRootDirectory();
        root.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
        root.add(TiffTagConstants.TIFF_TAG_MAKE, "SECRET-CAMERA");
        notes.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, time);
        notes.setGpsInDegrees(longitude, latitude);
        var out = new ByteArrayOutputStream();
        new ExifRewriter().updateExifMetadataLossless(jpeg, out, notes);
        return out.toByteArray();
    }

    /// What metadata an image still has, as another library reads it.
    public static String metadata(byte[] image) throws IOException {
        var metadata = Imaging.getMetadata(image);
        return metadata == null ? "" : metadata.toString();
    }

    public static BufferedImage read(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    private static BufferedImage drawn(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0xE6E1D8));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
