package org.phatthana.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// As whom PostgreSQL runs. It refuses to run as root, so that root starts it in a user namespace where it is
/// somebody else, or, where namespaces are forbidden, as the account «nobody».
///
/// @param prefix what stands before a command
/// @param uid the owner that the files then must have, seen from outside
record Account(List<String> prefix, int uid) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /// Root's ways, the best first. The second keeps the right to walk through root's own folders.
    static final List<Account> ROOTS_WAYS = List.of(
            new Account(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"), ROOT),
            new Account(
                    List.of(
                            "setpriv",
                            "--reuid=" + NOBODY,
                            "--regid=" + NOBODY,
                            "--clear-groups",
                            "--inh-caps=+dac_override",
                            "--ambient-caps=+dac_override"),
                    NOBODY),
            new Account(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY),
            new Account(List.of("runuser", "-u", "nobody", "--"), NOBODY));

    /// The account that works here.
    ///
    /// @throws Refusal if root can be nobody else
    static Account choose(Binaries binaries) throws IOException {
        if (!isRoot()) {
            return new Account(List.of(), uid(binaries.folder()));
        }
        for (var way : ROOTS_WAYS) {
            if (way.works(binaries)) {
                return way;
            }
        }
        throw Refusal.of("root");
    }

    /// Root leaves the folder of another account alone: PostgreSQL would have to run as that one, and what root put
    /// there would not be that account's.
    ///
    /// @throws Refusal if this program runs as root and the folder is somebody else's
    static void requireRootsOwn(Path folder) throws IOException {
        if (isRoot() && uid(folder) != ROOT) {
            throw Refusal.of("owner", folder.toString(), Files.getOwner(folder).getName());
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /// Whether a command run so is not root's and reaches the programs.
    boolean works(Binaries binaries) {
        return first(List.of("id", "-u")).filter(id -> !id.equals("0")).isPresent()
                && first(List.of(binaries.program("postgres").toString(), "--version"))
                        .isPresent();
    }

    /// Hands a folder and all in it to this account, if they are not its already.
    void own(Path folder) throws IOException {
        if (uid(folder) == uid) {
            return;
        }
        if (!prefix.isEmpty()) {
            try (var files = Files.walk(folder)) {
                for (var file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } else {
            throw Refusal.of("owner", folder.toString(), Files.getOwner(folder).getName());
        }
    }

    private static int uid(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private Optional<String> first(List<String> command) {
        try {
            var process = new ProcessBuilder(java.util.stream.Stream.concat(prefix.stream(), command.stream())
                            .toList())
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            try (var lines = process.inputReader()) {
                return Optional.ofNullable(lines.readLine()).filter(_ -> process.exitValue() == 0);
            }
        } catch (IOException _) {
            return Optional.empty(); // the tool is not there
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
