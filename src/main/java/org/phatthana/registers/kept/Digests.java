package org.phatthana.registers.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/// Digests of what entries say: SHA-256 over canonical JSON (RFC 8785), in hexadecimal.
public final class Digests {

    private static final JsonMapper JSON = new JsonMapper();

    private Digests() {}

    public static String of(Map<String, Object> content) {
        return sha256(canonical(content));
    }

    /// The digest of what not everyone may read: without the salt nobody can try values until one fits.
    public static String salted(String salt, Map<String, Object> content) {
        return sha256(salt + canonical(content));
    }

    /// The digest over many, in their order.
    public static String over(List<String> digests) {
        return sha256(String.join("\n", digests));
    }

    private static String canonical(Map<String, Object> content) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(content)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
