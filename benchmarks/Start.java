import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Seconds from the start of the process to the last byte of the first answered page, on a home that exists, with the
/// embedded database stopped before. Rounds are interleaved; the medians are compared.
static final double BOUND = 0.5;

static final Path FOLDER = Path.of("target/phatthana");
static final Path HOME = Path.of("target/benchmark-home").toAbsolutePath();

enum Way {
    WITH_CACHE("-XX:AOTCache=" + FOLDER.resolve("phatthana.aot")),
    WITHOUT("-Xshare:auto"); // as the JVM does by itself: with its own archive of the JDK's classes

    final String option;
    final List<Double> seconds = new ArrayList<>();

    Way(String option) {
        this.option = option;
    }
}

void main(String[] arguments) throws Exception {
    var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    firstPage(Way.WITHOUT); // makes the home
    for (var round = 1; round <= rounds; round++) {
        for (var way : Way.values()) {
            var seconds = firstPage(way);
            way.seconds.add(seconds);
            System.err.printf("round %d, %s: %.2f s%n", round, way, seconds);
        }
    }
    var with = median(Way.WITH_CACHE.seconds);
    var without = median(Way.WITHOUT.seconds);
    var ratio = with / without;
    System.out.printf("start with cache     %6.2f s%n", with);
    System.out.printf("start without        %6.2f s%n", without);
    System.out.printf("ratio %.2f, required at most %.2f: %s%n", ratio, BOUND, ratio <= BOUND ? "met" : "MISSED");
    System.exit(ratio <= BOUND ? 0 : 1);
}

double firstPage(Way way) throws Exception {
    var port = freePort();
    var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    way.option,
                    "-Xlog:disable",
                    "-jar",
                    FOLDER.resolve("phatthana.jar").toString(),
                    "serve")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/benchmark-start.log").toFile());
    builder.environment().put("PHATTHANA_HOME", HOME.toString());
    builder.environment().put("SERVER_PORT", String.valueOf(port));
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
        var begun = System.nanoTime();
        var process = builder.start();
        try {
            while (true) {
                if (!process.isAlive()) {
                    throw new IOException("It ended: " + Files.readString(Path.of("target/benchmark-start.log")));
                }
                if (listens(port)) {
                    var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                    if (answer.statusCode() == 200) {
                        return (System.nanoTime() - begun) / 1e9;
                    }
                }
                Thread.sleep(5);
            }
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }
}

boolean listens(int port) {
    try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
        return true;
    } catch (IOException e) {
        return false;
    }
}

int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
    }
}

double median(List<Double> values) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
}
