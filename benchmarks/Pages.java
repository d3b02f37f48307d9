import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Real pages against an empty page of the same server in the same run: the empty page goes through the same filters,
/// controller and template engine, and has nothing in it. Every connection is kept alive and asks again as soon as it
/// has its answer. Rounds of all targets are interleaved, the medians of the rounds are compared.
///
/// Twice over: pages as a reader gets them («kept»: the server may keep a page that it has made), and with a query that
/// is new each time («made»: the page is made from the database for every request). The bounds are for what a reader
/// gets; the second is printed beside, since it tells what a page costs.
static final int CONNECTIONS = 16;

static final int ROUNDS = 5;
static final long WARM_UP_MILLIS = 4_000;
static final long ROUND_MILLIS = 3_000;
static final double PAGE_THROUGHPUT = 0.35;
static final double PAGE_P99 = 3;
static final double CONDITIONAL_THROUGHPUT = 0.7;
static final String EMPTY = "/benchmark/empty";
static final List<String> PAGES = List.of("/", "/places/650801");

/// What is asked for.
///
/// @param fresh whether each request has a query of its own
/// @param ifNoneMatch an ETag that the server is expected to confirm, or empty
record Target(String name, String path, boolean gzip, boolean fresh, String ifNoneMatch) {

    int expectedStatus() {
        return ifNoneMatch.isEmpty() ? 200 : 304;
    }
}

/// @param perSecond answers
/// @param p99Millis the time within which 99 of 100 answers came
record Measured(double perSecond, double p99Millis) {}

boolean met = true;

void main(String[] arguments) throws Exception {
    var given = arguments.length > 0 ? arguments[0] : "";
    var server = given.isEmpty() ? startServer() : null;
    try {
        var address = given.isEmpty() ? awaitAddress(server) : given;
        var port = Integer.parseInt(address.replaceAll(".*:", "").replaceAll("/.*", ""));
        var targets = targets(port);
        var results = new LinkedHashMap<Target, List<Measured>>();
        for (var target : targets) {
            run(port, target, WARM_UP_MILLIS);
            results.put(target, new ArrayList<>());
        }
        for (var round = 1; round <= ROUNDS; round++) {
            for (var target : targets) {
                results.get(target).add(run(port, target, ROUND_MILLIS));
            }
            System.err.println("round " + round + " of " + ROUNDS);
        }
        report(results);
    } finally {
        if (server != null) {
            server.destroy();
            server.waitFor(60, TimeUnit.SECONDS);
        }
    }
    System.exit(met ? 0 : 1);
}

List<Target> targets(int port) throws IOException {
    var targets = new ArrayList<Target>();
    for (var gzip : List.of(false, true)) {
        var suffix = gzip ? ", gzip" : "";
        targets.add(new Target("empty page" + suffix, EMPTY, gzip, false, ""));
        for (var page : PAGES) {
            targets.add(new Target(page + " kept" + suffix, page, gzip, false, ""));
            targets.add(new Target(page + " 304" + suffix, page, gzip, false, etag(port, page)));
        }
        targets.add(new Target("empty page, made" + suffix, EMPTY, gzip, true, ""));
        for (var page : PAGES) {
            targets.add(new Target(page + " made" + suffix, page, gzip, true, ""));
        }
    }
    return targets;
}

void report(Map<Target, List<Measured>> results) {
    System.out.printf("%-34s %10s %9s %8s %8s%n", "", "answers/s", "p99 ms", "ratio", "p99 ×");
    for (var entry : results.entrySet()) {
        var target = entry.getKey();
        var baseline = median(results, results.keySet().stream()
                .filter(other -> other.path().equals(EMPTY)
                        && other.gzip() == target.gzip()
                        && other.fresh() == target.fresh())
                .findFirst()
                .orElseThrow());
        var measured = median(results, target);
        var ratio = measured.perSecond() / baseline.perSecond();
        var slower = measured.p99Millis() / baseline.p99Millis();
        System.out.printf(
                "%-34s %10.0f %9.2f %8.2f %8.2f  %s%n",
                target.name(), measured.perSecond(), measured.p99Millis(), ratio, slower, verdict(target, ratio, slower));
    }
}

String verdict(Target target, double ratio, double slower) {
    if (target.path().equals(EMPTY)) {
        return "";
    }
    if (target.fresh()) {
        return "(what making it costs; no bound)";
    }
    var conditional = !target.ifNoneMatch().isEmpty();
    var bound = conditional ? CONDITIONAL_THROUGHPUT : PAGE_THROUGHPUT;
    var ok = ratio >= bound && (conditional || slower <= PAGE_P99);
    met &= ok;
    return "required ≥ " + bound + (conditional ? "" : ", p99 ≤ " + PAGE_P99 + " ×") + (ok ? ": met" : ": MISSED");
}

Measured median(Map<Target, List<Measured>> results, Target target) {
    var rounds = results.get(target);
    return new Measured(
            median(rounds.stream().mapToDouble(Measured::perSecond).toArray()),
            median(rounds.stream().mapToDouble(Measured::p99Millis).toArray()));
}

double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
}

Measured run(int port, Target target, long millis) throws InterruptedException, ExecutionException {
    var begun = System.nanoTime();
    var end = begun + TimeUnit.MILLISECONDS.toNanos(millis);
    var nanos = new ArrayList<long[]>();
    try (var connections = Executors.newVirtualThreadPerTaskExecutor()) {
        var running = new ArrayList<Future<long[]>>();
        for (var i = 0; i < CONNECTIONS; i++) {
            var number = i;
            running.add(connections.submit(() -> ask(port, target, number, end)));
        }
        for (var connection : running) {
            nanos.add(connection.get());
        }
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    var sorted = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Measured(sorted.length / seconds, sorted[(int) (sorted.length * 0.99)] / 1e6);
}

/// One connection.
///
/// @return how long each answer took
long[] ask(int port, Target target, int connection, long end) throws IOException {
    var times = new long[1 << 10];
    var count = 0;
    try (var socket = new Socket("127.0.0.1", port)) {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        var out = socket.getOutputStream();
        while (System.nanoTime() < end) {
            var query = target.fresh() ? "?n=" + connection + "-" + System.nanoTime() : "";
            var begun = System.nanoTime();
            out.write(request(port, target.path() + query, target));
            var answer = Answer.read(in);
            if (answer.status() != target.expectedStatus()) {
                throw new IOException(target.name() + " answered " + answer.status());
            }
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = System.nanoTime() - begun;
        }
    }
    return Arrays.copyOf(times, count);
}

byte[] request(int port, String path, Target target) {
    return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: text/html\r\n"
                    + (target.gzip() ? "Accept-Encoding: gzip\r\n" : "")
                    + (target.ifNoneMatch().isEmpty() ? "" : "If-None-Match: " + target.ifNoneMatch() + "\r\n")
                    + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
}

String etag(int port, String path) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
        socket.getOutputStream().write(request(port, path, new Target("", path, false, false, "")));
        var answer = Answer.read(new BufferedInputStream(socket.getInputStream()));
        if (answer.status() != 200 || answer.etag().isEmpty()) {
            throw new IOException(path + " answered " + answer);
        }
        return answer.etag();
    }
}

record Answer(int status, String etag) {

    static Answer read(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).split(" ")[1]);
        var etag = "";
        var length = 0L;
        var chunked = false;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "etag" -> etag = value;
                default -> {}
            }
        }
        if (status != 304) {
            if (chunked) {
                for (var size = chunk(in); size > 0; size = chunk(in)) {
                    in.skipNBytes(size + 2);
                }
                line(in);
            } else {
                in.skipNBytes(length);
            }
        }
        return new Answer(status, etag);
    }

    private static long chunk(InputStream in) throws IOException {
        return Long.parseLong(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}

Process startServer() throws IOException {
    var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    "target/phatthana.jar",
                    "serve")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/benchmark-pages.log").toFile());
    builder.environment().put("PHATTHANA_HOME", Path.of("target/benchmark-home").toAbsolutePath().toString());
    builder.environment().put("SERVER_PORT", "0");
    return builder.start();
}

String awaitAddress(Process server) throws IOException, InterruptedException {
    var log = Path.of("target/benchmark-pages.log");
    while (server.isAlive()) {
        for (var line : Files.readString(log).lines().toList()) {
            if (line.startsWith("Phatthana · ")) {
                return line.substring("Phatthana · ".length());
            }
        }
        Thread.sleep(100);
    }
    throw new IOException("The server did not start: " + Files.readString(log));
}
