package org.phatthana.plan.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.phatthana.exchange.Download;
import org.phatthana.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Prints forms, a few at a time, since a large one takes seconds and memory. A file is whole before the first byte
/// of it is sent: a slow reader keeps nobody waiting, and one that cannot be made is told as an error.
@Component
class Press {

    private static final int AT_A_TIME = 2;
    private static final int WAIT_SECONDS = 15;

    private final Semaphore places = new Semaphore(AT_A_TIME);

    /// The answer with a file, or 503 while others are being printed.
    ///
    /// @param name of the file in ASCII, for programs that do not know better; it ends as the file does
    View print(Page page, String name, Download file) {
        return (model, request, response) -> {
            if (!places.tryAcquire()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(WAIT_SECONDS));
                page.show(503, "plan/forms-refused", Map.of("kind", "busy", "limit", WAIT_SECONDS))
                        .render(model, request, response);
                return;
            }
            var written = Files.createTempFile("phatthana-form", ".tmp");
            try {
                write(file, written);
                response.setContentType(file.getContentType());
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name, file.fileName()));
                response.setContentLengthLong(Files.size(written));
                Files.copy(written, response.getOutputStream());
            } finally {
                Files.delete(written);
            }
        };
    }

    private void write(Download file, Path written) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(written), 1 << 16)) {
            file.writeTo(out);
        } finally {
            places.release();
        }
    }

    private static String disposition(String ascii, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }
}
