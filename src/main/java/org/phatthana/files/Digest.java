package org.phatthana.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The SHA-256 of some bytes, by which they are kept and found.
///
/// @param hex 64 digits in small letters, as `sha256sum` prints them
public record Digest(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT = 12;

    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("A SHA-256 has 64 digits of 0-9 and a-f, unlike «" + hex + "»");
        }
    }

    /// What bytes are given to, one after the other, before [#of].
    public static MessageDigest counter() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The digest of all bytes that the counter was given; the counter begins anew.
    public static Digest of(MessageDigest counter) {
        return new Digest(HexFormat.of().formatHex(counter.digest()));
    }

    /// Its first digits, for a list.
    public String shortened() {
        return hex.substring(0, SHORT);
    }
}
