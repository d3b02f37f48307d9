package org.phatthana.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked from the archive that this program carries for its kind of machine.
///
/// @param folder where `bin`, `lib` and `share` are
record Binaries(Path folder) {

    /// The major version that the archive has; data of another one cannot be opened.
    static final String MAJOR = "18";

    /// Unpacks the archive under a folder, once for each archive: the unpacked one appears whole, under a name that
    /// tells it from an older one, or not at all.
    ///
    /// @throws Refusal if there is no archive for this kind of machine
    static Binaries unpack(Path under) throws IOException {
        var archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        var target = under.resolve(name(archive));
        if (!Files.isDirectory(target)) {
            Progress.say("unpacking");
            var unfinished = under.resolve("unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            try (var in = archive.openStream()) {
                extract(in, unfinished);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(target);
    }

    /// Throws away what earlier versions of this program unpacked. No server may run from it.
    void removeEarlier() throws IOException {
        try (var unpacked = Files.list(folder.getParent())) {
            for (var other : unpacked.filter(path -> !path.endsWith(folder.getFileName()))
                    .toList()) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /// The archive for a kind of machine, as Java's system properties name it.
    static URL archive(String system, String processor) {
        var kind = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        var url = Binaries.class.getResource("/postgres-" + system.toLowerCase(Locale.ROOT) + "-" + kind + ".txz");
        if (url == null) {
            throw Refusal.of("no-binaries", system, processor);
        }
        return url;
    }

    /// The checksum that the enclosing jar keeps anyway: reading the archive at every start would cost time.
    private static String name(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            return "%s-%08x".formatted(MAJOR, jar.getJarEntry().getCrc());
        }
        return "%s-%d".formatted(MAJOR, archive.openConnection().getContentLengthLong());
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, false)) {
                throw new IOException(file + " cannot be made executable");
            }
        }
    }
}
