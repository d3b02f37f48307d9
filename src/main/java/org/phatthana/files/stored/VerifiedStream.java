package org.phatthana.files.stored;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.phatthana.files.DamagedBytes;
import org.phatthana.files.Digest;

/// Counts the digest of what is read through it, and compares before it gives out the last bytes.
public final class VerifiedStream extends FilterInputStream {

    private static final int SKIP_BYTES = 64 * 1024;

    private final Digest digest;
    private final MessageDigest counter = Digest.counter();
    private long left;

    /// @param size how many bytes there are
    public VerifiedStream(InputStream in, long size, Digest digest) throws IOException {
        super(in);
        this.digest = digest;
        this.left = size;
        if (size == 0) {
            compare();
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        var count = super.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new DamagedBytes(digest, "has lost its end");
        }
        counter.update(buffer, offset, count);
        left -= count;
        if (left == 0) {
            compare();
        }
        return count;
    }

    /// Reads what is skipped: it counts too.
    @Override
    public long skip(long count) throws IOException {
        var buffer = new byte[Math.clamp(count, 1, SKIP_BYTES)];
        long skipped = 0;
        while (skipped < count) {
            var read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void compare() throws DamagedBytes {
        if (!Digest.of(counter).equals(digest)) {
            throw new DamagedBytes(digest, "is not what it was");
        }
    }
}
