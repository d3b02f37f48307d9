package org.phatthana.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/// A file as somebody hands it in.
///
/// @param name what they call it; any text, only for people to read
/// @param source its bytes
public record Upload(String name, Source source) {

    /// Opens the bytes.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// A part of a form.
    public static Upload of(MultipartFile part) {
        return new Upload(Objects.requireNonNullElse(part.getOriginalFilename(), ""), part::getInputStream);
    }
}
