package org.phatthana.files.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import org.phatthana.files.Digest;
import org.phatthana.files.FileType;
import org.phatthana.files.KeptFile;
import org.phatthana.files.KeptFiles;
import org.phatthana.files.Store;
import org.phatthana.people.Acting;
import org.phatthana.proof.LogEntry;
import org.phatthana.proof.PublicLog;
import org.phatthana.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Sends files to whoever may have them. Of a file that is not public nobody else hears that there is one.
///
/// What is sent comes from people outside: it runs nothing, is taken for nothing but what it is, and stands in no
/// frame.
@Controller
class FilePages {

    /// So long a copy of a public file stands unasked; its bytes never change, but it can be withdrawn.
    private static final Duration KEPT_BY_READERS = Duration.ofDays(1);

    private static final String NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'; style-src 'unsafe-inline'; ";

    private final KeptFiles files;
    private final Store store;
    private final PublicLog log;

    FilePages(KeptFiles files, Store store, PublicLog log) {
        this.files = files;
        this.store = store;
        this.log = log;
    }

    @GetMapping("/files/{id}")
    Object file(Page page, WebRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        var file = known(id);
        return file.withdrawn().isPresent()
                ? about(page, response, HttpStatus.GONE, file)
                : send(request, file, file.digest(), file.type(), file.bytes(), file.name());
    }

    /// A photograph's copy of a width.
    @GetMapping({"/files/{id}/{width:\\d{1,5}}.jpg", "/files/{id}/{width:\\d{1,5}}.png"})
    Object size(
            Page page,
            WebRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable int width)
            throws IOException {
        var file = known(id);
        var size = file.photograph().stream()
                .flatMap(photograph -> photograph.sizes().stream())
                .filter(one -> one.width() == width
                        && page.path().endsWith("." + one.type().ending()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = file.name()
                .replaceFirst("\\.[a-z]+$", "-" + width + "." + size.type().ending());
        return file.withdrawn().isPresent()
                ? about(page, response, HttpStatus.GONE, file)
                : send(request, file, size.digest(), size.type(), size.bytes(), name);
    }

    /// What is known of a file: how to check it, and what was decided about it.
    @GetMapping("/files/{id}/about")
    View about(Page page, HttpServletResponse response, @PathVariable String id) {
        return about(page, response, HttpStatus.OK, known(id));
    }

    private View about(Page page, HttpServletResponse response, HttpStatus status, KeptFile file) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, file.published().isPresent() ? "no-cache" : "private, no-store");
        var model = new HashMap<String, Object>();
        model.put("file", file);
        model.put("entry", log.newestAbout(file.about()).map(LogEntry::position).orElse(-1L));
        return page.show(status.value(), "files/about", model);
    }

    private ResponseEntity<?> send(
            WebRequest request, KeptFile file, Digest digest, FileType type, long bytes, String name)
            throws IOException {
        var etag = "\"" + digest.hex() + "\"";
        var headers = new HttpHeaders();
        headers.setETag(etag);
        headers.setCacheControl(
                file.isPublic()
                        ? CacheControl.maxAge(KEPT_BY_READERS).cachePublic().immutable()
                        : CacheControl.noStore().cachePrivate());
        if (etag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        headers.setContentType(MediaType.parseMediaType(type.mediaType()));
        headers.setContentDisposition((type.isShown() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build());
        // The readers that browsers have for PDF do not work in a sandbox; they run no script of ours.
        headers.set("Content-Security-Policy", NOTHING_RUNS + (type == FileType.PDF ? "object-src 'self'" : "sandbox"));
        headers.set("Cross-Origin-Resource-Policy", file.isPublic() ? "cross-origin" : "same-origin");
        return ResponseEntity.ok().headers(headers).body(StoredBytes.checked(store, digest, bytes));
    }

    private KeptFile known(String id) {
        return files.find(id)
                .filter(file -> file.isKnownTo(Acting.current()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
