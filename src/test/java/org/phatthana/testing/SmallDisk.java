package org.phatthana.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/// A small file system in memory, to be filled up. Only root can mount one.
public record SmallDisk(Path folder) implements AutoCloseable {

    /// Mounts it over a folder; the test is passed over where that needs rights that it has not.
    public static SmallDisk mount(Path folder, int mebibytes) throws IOException {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()),
                "mounting a small disk needs root's rights");
        return new SmallDisk(folder);
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", folder.toString());
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
    }
}
