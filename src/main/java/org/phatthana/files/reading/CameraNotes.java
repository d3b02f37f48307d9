package org.phatthana.files.reading;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.files.FileType;
import org.phatthana.files.Position;
import org.phatthana.values.Thailand;

/// What a camera wrote into a photograph (Exif 3.0), of which nothing but this is read.
///
/// @param orientation how the pixels must be turned to stand upright: 1 to 8, as Exif numbers it
/// @param takenAt when; where the camera does not say in which zone its clock runs, in Thailand's
public record CameraNotes(int orientation, Optional<Instant> takenAt, Optional<Position> position) {

    private static final CameraNotes NONE = new CameraNotes(1, Optional.empty(), Optional.empty());
    private static final int ORIENTATIONS = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    /// Reads the notes of an image; what cannot be understood is as if it were not there.
    public static CameraNotes read(Path file, FileType type) throws IOException {
        var metadata = new Metadata();
        try {
            if (type == FileType.JPEG) {
                try (var in = Files.newInputStream(file)) {
                    metadata = JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
                }
            } else {
                var block = ExifBlock.find(file, type);
                if (block.length > 0) {
                    new ExifReader().extract(new ByteArrayReader(block), metadata);
                }
            }
        } catch (JpegProcessingException | EOFException _) {
            return NONE;
        }
        return new CameraNotes(orientation(metadata), takenAt(metadata), position(metadata));
    }

    private static int orientation(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var number = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return number == null || number < 1 || number > ORIENTATIONS ? 1 : number;
    }

    private static Optional<Position> position(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        var place = directory == null ? null : directory.getGeoLocation();
        return place == null || place.isZero() || !Position.isOnEarth(place.getLatitude(), place.getLongitude())
                ? Optional.empty()
                : Optional.of(new Position(place.getLatitude(), place.getLongitude()));
    }

    private static Optional<Instant> takenAt(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var text = text(directory, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text, TIME)
                    .atZone(zone(text(directory, ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL)))
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ZoneId zone(String offset) {
        return offset.isEmpty() ? Thailand.ZONE : ZoneOffset.of(offset);
    }

    private static String text(@Nullable Directory directory, int tag) {
        var text = directory == null ? null : directory.getString(tag);
        return text == null ? "" : text.strip();
    }
}
