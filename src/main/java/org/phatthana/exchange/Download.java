package org.phatthana.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/// An answer that is a file to keep, written straight into the response.
public final class Download implements View {

    /// The media type of workbooks.
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// Writes a file's bytes; leaves the stream open.
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private final String fileName;
    private final String mediaType;
    private final @Nullable String describedBy;
    private final Writing writing;

    /// A file that stands by itself.
    public Download(String fileName, String mediaType, Writing writing) {
        this(fileName, mediaType, null, writing);
    }

    Download(String fileName, String mediaType, @Nullable String describedBy, Writing writing) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.describedBy = describedBy;
        this.writing = writing;
    }

    public String fileName() {
        return fileName;
    }

    /// The same file under another name, which may be in Thai.
    ///
    /// @param name with its ending
    public Download named(String name) {
        return new Download(name, mediaType, describedBy, writing);
    }

    /// Writes the file's bytes; leaves `out` open.
    public void writeTo(OutputStream out) throws IOException {
        writing.to(out);
    }

    @Override
    public String getContentType() {
        return mediaType;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        if (describedBy != null) {
            response.setHeader(HttpHeaders.LINK, "<" + describedBy + ">; rel=\"describedby\"");
        }
        writeTo(response.getOutputStream());
    }
}
