package org.phatthana.files;

import java.io.IOException;
import java.io.InputStream;

/// Where the bytes of files are kept, found by their digest alone. The folder under the home is one; an office that
/// has another (a store of objects, a shared disk) puts it in its place: nothing else in this room knows where
/// bytes lie.
public interface Store {

    /// Keeps bytes. Once it returns they survive the end of the program and of the machine; if it throws, or the
    /// machine stops before, nothing of them can be found. The same bytes are kept once, by however many at a time.
    ///
    /// @param bytes read to their end, not closed
    /// @throws StoreFull if there is no room
    Digest put(InputStream bytes) throws IOException;

    /// Opens what was kept. What is given out is compared with the digest: the last of it only once all agrees, so
    /// that nobody reads damaged bytes to their end unawares.
    ///
    /// @throws DamagedBytes if they are not there or not what they were, here or while they are read
    InputStream open(Digest digest) throws IOException;
}
