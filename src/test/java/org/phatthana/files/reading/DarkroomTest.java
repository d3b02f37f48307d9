package org.phatthana.files.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.files.FileType;
import org.phatthana.files.Pictures;
import org.phatthana.files.Reading.Reason;
import org.phatthana.files.reading.Darkroom.Developed;
import org.phatthana.files.reading.Darkroom.Picture;

class DarkroomTest {

    private static final long SEED = 4;

    @TempDir
    Path folder;

    /// Which corner of the pixels as they lie is the upper left one of the scene (Exif 3.0, table of orientations).
    @ParameterizedTest
    @CsvSource({
        "1, 300, 200, 0, 0", "2, 300, 200, 1, 0", "3, 300, 200, 1, 1", "4, 300, 200, 0, 1",
        "5, 200, 300, 0, 0", "6, 200, 300, 1, 0", "7, 200, 300, 1, 1", "8, 200, 300, 0, 1"
    })
    void anImageIsTurnedTheRightWayUp(int orientation, int width, int height, int right, int low) throws IOException {
        var image = image(
                pictures(Pictures.jpeg(300, 200), FileType.JPEG, orientation).full());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        for (var x = 0; x < 2; x++) {
            for (var y = 0; y < 2; y++) {
                assertThat(isRed(image, (1 + 2 * x) * width / 4, (1 + 2 * y) * height / 4))
                        .as("orientation %d, corner %d %d", orientation, x, y)
                        .isEqualTo(x == right && y == low);
            }
        }
    }

    @Test
    void aLargePhotographGetsSmallerAndHasItsSizes() throws IOException {
        var pictures = pictures(Pictures.jpeg(5000, 3000), FileType.JPEG, 6);
        assertThat(pictures.full().width()).isEqualTo(2458);
        assertThat(pictures.full().height()).isEqualTo(Darkroom.LONGEST_EDGE);
        assertThat(pictures.sizes()).extracting(Picture::width).containsExactly(320, 1024, 2048);
        assertThat(pictures.sizes()).extracting(Picture::height).containsExactly(533, 1706, 3413);
        for (var size : pictures.sizes()) {
            assertThat(image(size).getWidth()).isEqualTo(size.width());
            assertThat(isRed(image(size), size.width() * 3 / 4, size.height() / 4))
                    .isTrue();
        }
    }

    @Test
    void aSmallOneIsNotBlownUp() throws IOException {
        assertThat(pictures(Pictures.jpeg(320, 100), FileType.JPEG, 1).sizes()).isEmpty();
        assertThat(pictures(Pictures.webp(), FileType.WEBP, 1).full())
                .extracting(Picture::type, Picture::width)
                .containsExactly(FileType.JPEG, 1);
    }

    @Test
    void aDrawingStaysPngAndWhatOneSeesThroughIsSeenThroughInEverySize() throws IOException {
        var drawing = pictures(Pictures.png(800, 600), FileType.PNG, 1);
        assertThat(drawing.full().type()).isEqualTo(FileType.PNG);
        assertThat(drawing.sizes()).extracting(Picture::type).containsOnly(FileType.JPEG);

        var clear = pictures(Pictures.clearPng(800, 600), FileType.PNG, 1);
        assertThat(clear.sizes()).extracting(Picture::type).containsOnly(FileType.PNG);
        var small = image(clear.sizes().getFirst());
        assertThat(small.getRGB(10, 230) >>> 24).isZero();
        assertThat(isRed(small, 10, 10)).isTrue();
    }

    @Test
    void aHundredMegapixelsAreReadWithoutHoldingThem() throws IOException {
        var flat = Pictures.flatPng(12_000, 9_900);
        assertThat(flat.length).isLessThan(1 << 20);
        var full = pictures(flat, FileType.PNG, 1).full();
        assertThat(full.width()).isBetween(3000, Darkroom.LONGEST_EDGE);
    }

    /// In a process with as much heap as the intake reckons for an image.
    @Test
    void theLargestImagesFitTheHeapThatIsReckonedForOne() throws Exception {
        var flat = Files.write(folder.resolve("flat.png"), Pictures.flatPng(12_000, 9_900));
        var claimed = Files.write(folder.resolve("large.jpg"), Pictures.jpeg(11_000, 10_800));
        for (var file : List.of(flat, claimed)) {
            var small = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx192m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Small.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).as(file.toString()).contains("Pictures");
        }
    }

    /// A program with a small heap.
    static final class Small {
        static void main(String[] arguments) throws IOException {
            var file = Path.of(arguments[0]);
            var type = arguments[0].endsWith("png") ? FileType.PNG : FileType.JPEG;
            System.out.println(Darkroom.develop(file, type, 6, Files.createTempDirectory(file.getParent(), "small")));
        }
    }

    @Test
    void aProgressiveJpegIsKnownByItsHead() throws IOException {
        var image = Pictures.read(Pictures.jpeg(64, 48));
        var file = folder.resolve("progressive.jpg");
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        assertThat(JpegHead.isProgressive(file)).isTrue();
        assertThat(Darkroom.develop(file, FileType.JPEG, 1, folder)).isInstanceOf(Developed.Pictures.class);
        var plain = Pictures.noted(Pictures.jpeg(64, 48), 6, 16.8, 100.3, "2026:05:01 08:30:00");
        assertThat(JpegHead.isProgressive(Files.write(file, plain))).isFalse();
        assertThat(JpegHead.isProgressive(Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xD8, 1})))
                .isFalse();
    }

    @Test
    void moreAreRefusedBeforeAnyIsRead() throws IOException {
        var claim = Files.write(folder.resolve("claim.png"), Pictures.pngHead(60_000, 60_000));
        assertThat(Darkroom.develop(claim, FileType.PNG, 1, folder)).isEqualTo(new Developed.Objection(Reason.PIXELS));
    }

    @Test
    void textThatUnpacksWithoutEndIsNeverUnpacked() throws IOException {
        var zipped = new ByteArrayOutputStream();
        zipped.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (var zip = new DeflaterOutputStream(zipped)) {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 2_000; i++) {
                zip.write(zeros);
            }
        }
        var file = Files.write(
                folder.resolve("text.png"), Pictures.withChunk(Pictures.png(100, 100), "zTXt", zipped.toByteArray()));
        assertThat(CameraNotes.read(file, FileType.PNG).orientation()).isEqualTo(1);
        assertThat(Darkroom.develop(file, FileType.PNG, 1, folder)).isInstanceOf(Developed.Pictures.class);
    }

    /// Whatever a sender makes of the bytes, the answer is a picture or a refusal.
    @Test
    void damagedBytesAreRefusedOrRead() throws IOException {
        var random = new Random(SEED);
        var whole = new byte[][] {
            Pictures.noted(Pictures.jpeg(64, 48), 6, 16.8, 100.3, "2026:05:01 08:30:00"),
            Pictures.png(64, 48),
            Pictures.clearPng(64, 48),
            Pictures.webp()
        };
        var types = new FileType[] {FileType.JPEG, FileType.PNG, FileType.PNG, FileType.WEBP};
        for (var round = 0; round < 400; round++) {
            var which = round % whole.length;
            var bytes = whole[which].clone();
            for (var i = random.nextInt(12); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            bytes = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 4));
            var file = Files.write(folder.resolve("damaged"), bytes);
            assertThat(CameraNotes.read(file, types[which]).orientation())
                    .as("seed %d, round %d", SEED, round)
                    .isBetween(1, 8);
            assertThat(Darkroom.develop(file, types[which], 1, folder))
                    .as("seed %d, round %d", SEED, round)
                    .isNotNull();
        }
    }

    private Developed.Pictures pictures(byte[] image, FileType type, int orientation) throws IOException {
        var file = Files.write(folder.resolve("image"), image);
        return (Developed.Pictures) Darkroom.develop(file, type, orientation, folder);
    }

    private static BufferedImage image(Picture picture) throws IOException {
        return Pictures.read(Files.readAllBytes(picture.file()));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var pixel = image.getRGB(x, y);
        return (pixel >> 16 & 0xFF) > 200 && (pixel & 0xFF) < 100;
    }
}
