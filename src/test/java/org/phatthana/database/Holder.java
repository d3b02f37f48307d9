package org.phatthana.database;

import java.io.IOException;
import java.nio.file.Path;

/// A process of its own that uses a home's database until it is stopped or its standard input ends, for tests that
/// kill it. Says «ready» and the number of the server's process.
final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
        var server = EmbeddedPostgres.start(Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("ready " + server.postmaster().process().pid());
        var end = System.in.read();
        System.exit(end < 0 ? 0 : end);
    }

    /// Starts one.
    static Process start(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Waits until it is ready.
    ///
    /// @return the number of the server's process
    static long ready(Process holder) throws IOException {
        var lines = holder.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready ")) {
                return Long.parseLong(line.substring("ready ".length()));
            }
        }
        throw new IOException("the holder ended with " + holder.exitValue());
    }
}
