package org.phatthana.files.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.phatthana.files.Digest;
import org.phatthana.files.Store;
import org.springframework.core.io.AbstractResource;

/// Bytes of the store as Spring sends them, whole or a range of them.
final class StoredBytes extends AbstractResource {

    private final Store store;
    private final Digest digest;
    private final long size;

    private StoredBytes(Store store, Digest digest, long size) {
        this.store = store;
        this.digest = digest;
        this.size = size;
    }

    /// Reads all of it once before anything is sent, so that an answer is whole and undamaged or an error.
    ///
    /// @throws org.phatthana.files.DamagedBytes if it is damaged
    static StoredBytes checked(Store store, Digest digest, long size) throws IOException {
        try (var in = store.open(digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new StoredBytes(store, digest, size);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return store.open(digest);
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public String getDescription() {
        return "the bytes " + digest.hex();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredBytes bytes && bytes.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }
}
