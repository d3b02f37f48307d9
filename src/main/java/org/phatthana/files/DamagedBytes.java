package org.phatthana.files;

import java.io.IOException;

/// What was kept is not there any more, or not what it was.
public final class DamagedBytes extends IOException {

    public DamagedBytes(Digest digest, String what) {
        super("The file with the digest " + digest.hex() + " " + what);
    }
}
