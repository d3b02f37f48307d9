package org.phatthana.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.phatthana.files.Reading.Reason;
import org.phatthana.files.reading.CameraNotes;
import org.phatthana.files.reading.Contents;
import org.phatthana.files.reading.Darkroom;
import org.phatthana.files.reading.Darkroom.Developed;
import org.phatthana.files.reading.Darkroom.Picture;
import org.phatthana.files.reading.FileNames;
import org.phatthana.files.reading.Found;
import org.phatthana.values.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Takes files in: looks what they are, makes images anew, and keeps the bytes.
///
/// It touches no table. A room reads a file first, outside of its transaction, since an image may take seconds; in
/// its transaction it then calls [KeptFiles#keep] and writes the id beside its own fact.
@Component
public class Intake {

    /// What a file may have; the forms' own limit is the same.
    public static final long MOST_BYTES = 20L << 20;

    private static final long MEBIBYTE = 1L << 20;
    private static final long MILLION = 1_000_000;
    private static final long HEAP_OF_AN_IMAGE = 192 * MEBIBYTE;
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration CAMERA_AHEAD = Duration.ofDays(1);

    private final Store store;
    private final Clock clock;
    private final Workplace workplace;

    /// So many images are open at a time as the heap bears.
    private final Semaphore images = new Semaphore(Math.clamp(
            Runtime.getRuntime().maxMemory() / HEAP_OF_AN_IMAGE,
            1,
            Runtime.getRuntime().availableProcessors()));

    Intake(Store store, Clock clock, @Value("${phatthana.home}") Path home) {
        this.store = store;
        this.clock = clock;
        this.workplace = new Workplace(home.resolve("intake"));
    }

    /// Reads the files of a form's input, in their order. A part without a file, as a browser sends it where
    /// nothing was chosen, is passed over.
    public Handed readAll(List<MultipartFile> parts, Accepts accepts, Sender sender) {
        var files = new ArrayList<ReadyFile>();
        var refusals = new ArrayList<Message>();
        for (var part : parts) {
            if (!part.isEmpty() || !Upload.of(part).name().isEmpty()) {
                switch (read(Upload.of(part), accepts, sender)) {
                    case Reading.Ready(var file) -> files.add(file);
                    case Reading.Refused refused -> refusals.add(refused.message());
                }
            }
        }
        return new Handed(files, refusals);
    }

    /// Reads a file that somebody hands in. If it is good its bytes are durable on return, though nobody can open
    /// them before [KeptFiles#keep].
    public Reading read(Upload upload, Accepts accepts, Sender sender) {
        var name = FileNames.shown(upload.name());
        try {
            return workplace.with(folder -> read(upload, accepts, sender, folder, name));
        } catch (StoreFull _) {
            return Reason.FULL.of(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading read(Upload upload, Accepts accepts, Sender sender, Path folder, String name) throws IOException {
        var file = folder.resolve("upload");
        try (var in = upload.source().open();
                var out = Files.newOutputStream(file)) {
            in.transferTo(new Bounded(out));
        } catch (Bounded.Exceeded _) {
            return Reason.TOO_LARGE.of(name, MOST_BYTES / MEBIBYTE);
        }
        if (Files.size(file) == 0) {
            return Reason.EMPTY.of(name);
        }
        return switch (Contents.look(file, upload.name())) {
            case Found.Objection(var reason) -> reason.of(name);
            case Found.Type(var type)
            when !accepts.takes(type) -> (type.isImage() ? Reason.NOT_A_DOCUMENT : Reason.NOT_A_PHOTOGRAPH).of(name);
            case Found.Type(var type) when type.isImage() -> image(file, type, upload.name(), sender, folder);
            case Found.Type(var type) -> {
                var digest = put(file);
                yield new Reading.Ready(new ReadyFile(
                        digest,
                        type,
                        Files.size(file),
                        FileNames.clean(upload.name(), type),
                        sender,
                        Optional.empty()));
            }
        };
    }

    private Reading image(Path file, FileType type, String name, Sender sender, Path folder) throws IOException {
        var notes = CameraNotes.read(file, type);
        var shown = FileNames.shown(name);
        if (!isMyTurn()) {
            return Reason.BUSY.of(shown);
        }
        Developed developed;
        try {
            developed = Darkroom.develop(file, type, notes.orientation(), folder);
        } finally {
            images.release();
        }
        return switch (developed) {
            case Developed.Objection(var reason) ->
                reason.of(shown, Darkroom.MOST_PIXELS / MILLION, Darkroom.MOST_HELD_PIXELS / MILLION);
            case Developed.Pictures(var full, var smaller) -> {
                var photograph = new Photograph(
                        full.width(),
                        full.height(),
                        notes.takenAt().filter(at -> sender.isOfStaff() && at.isBefore(soon())),
                        notes.position().filter(_ -> sender.isOfStaff()),
                        sizes(smaller));
                yield new Reading.Ready(new ReadyFile(
                        put(full.file()),
                        full.type(),
                        Files.size(full.file()),
                        FileNames.clean(name, full.type()),
                        sender,
                        Optional.of(photograph)));
            }
        };
    }

    /// A camera whose clock runs ahead of this knows no time.
    private Instant soon() {
        return clock.instant().plus(CAMERA_AHEAD);
    }

    private List<Photograph.Size> sizes(List<Picture> pictures) throws IOException {
        var sizes = new ArrayList<Photograph.Size>();
        for (var picture : pictures) {
            sizes.add(new Photograph.Size(
                    picture.width(),
                    picture.height(),
                    picture.type(),
                    put(picture.file()),
                    Files.size(picture.file())));
        }
        return sizes;
    }

    private Digest put(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return store.put(in);
        }
    }

    private boolean isMyTurn() {
        try {
            return images.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Takes no more bytes than a file may have.
    private static final class Bounded extends FilterOutputStream {

        private long left = MOST_BYTES;

        /// There are more.
        static final class Exceeded extends IOException {}

        Bounded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            if (length > left) {
                throw new Exceeded();
            }
            left -= length;
            out.write(buffer, offset, length);
        }
    }
}
