package org.phatthana.files.stored;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.phatthana.files.DamagedBytes;
import org.phatthana.files.Digest;
import org.phatthana.files.Store;

/// Another store, such as an office might have: nothing of this room depends on there being a folder.
public final class MemoryStore implements Store {

    private final Map<Digest, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public Digest put(InputStream bytes) throws IOException {
        var content = bytes.readAllBytes();
        var counter = Digest.counter();
        counter.update(content);
        var digest = Digest.of(counter);
        contents.putIfAbsent(digest, content);
        return digest;
    }

    @Override
    public InputStream open(Digest digest) throws IOException {
        var content = contents.get(digest);
        if (content == null) {
            throw new DamagedBytes(digest, "is not there");
        }
        return new VerifiedStream(new ByteArrayInputStream(content), content.length, digest);
    }
}
