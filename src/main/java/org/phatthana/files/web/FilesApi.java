package org.phatthana.files.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.files.FileAct;
import org.phatthana.files.KeptFile;
import org.phatthana.files.KeptFiles;
import org.phatthana.files.Photograph;
import org.phatthana.files.Position;
import org.phatthana.people.Acting;
import org.phatthana.values.Localized;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// What is known of a file, for programs.
@RestController
class FilesApi {

    private final KeptFiles files;

    FilesApi(KeptFiles files) {
        this.files = files;
    }

    record Act(Instant at, String capacity, String reason) {}

    record Size(int width, int height, String mediaType, long bytes, String sha256, String href) {}

    record Picture(
            int width,
            int height,
            @Nullable Instant takenAt,
            @Nullable Position position,
            List<Size> sizes) {}

    /// @param sha256 of the bytes at `href`
    /// @param published when it became public; null for one that is for the staff
    /// @param withdrawn when and why its bytes were closed; null where they are open
    record Item(
            String id,
            String name,
            @Nullable Map<String, String> title,
            String mediaType,
            long bytes,
            String sha256,
            Instant keptAt,
            String capacity,
            boolean sample,
            boolean isPublic,
            @Nullable Act published,
            @Nullable Act withdrawn,
            @Nullable Picture photograph,
            String href) {}

    @Operation(
            summary = "A document or photograph",
            description = "`sha256` is the digest of the bytes at `href`, so that anyone can check them.")
    @GetMapping("/api/v1/files/{id}")
    Item file(@PathVariable String id) {
        return files.find(id)
                .filter(file -> file.isKnownTo(Acting.current()))
                .map(FilesApi::item)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Item item(KeptFile file) {
        return new Item(
                file.id(),
                file.name(),
                file.title().map(Localized::sorted).orElse(null),
                file.type().mediaType(),
                file.bytes(),
                file.digest().hex(),
                file.at(),
                file.sender().capacity(),
                file.sample(),
                file.isPublic(),
                file.published().map(FilesApi::act).orElse(null),
                file.withdrawn().map(FilesApi::act).orElse(null),
                file.photograph().map(photograph -> picture(file, photograph)).orElse(null),
                file.address());
    }

    private static Act act(FileAct act) {
        return new Act(act.at(), act.capacity(), act.reason());
    }

    private static Picture picture(KeptFile file, Photograph photograph) {
        return new Picture(
                photograph.width(),
                photograph.height(),
                photograph.takenAt().orElse(null),
                photograph.position().orElse(null),
                photograph.sizes().stream()
                        .map(size -> new Size(
                                size.width(),
                                size.height(),
                                size.type().mediaType(),
                                size.bytes(),
                                size.digest().hex(),
                                file.address(size)))
                        .toList());
    }
}
