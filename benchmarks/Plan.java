import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Milliseconds of a plan page of 10,000 projects and 20 editions against one of 500 and one, and of the plan at a past date
/// against the plan today. Each request has a query of its own, so that no page is kept; rounds of all are interleaved, one
/// request at a time, and medians are compared.
static final double BOUND = 2.0;

static final int WARM_UP = 60;
static final int ROUNDS = 200;
static final Path JAR = Path.of("target/phatthana.jar");
static final Path HOME = Path.of("target/benchmark-plan").toAbsolutePath();
static final HttpClient CLIENT = HttpClient.newHttpClient();

void main() throws Exception {
    var small = made(500, 1);
    var large = made(10_000, 20);
    var server = new ProcessBuilder(java(), "-jar", JAR.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
    server.environment().put("PHATTHANA_HOME", HOME.toString());
    server.environment().put("SERVER_PORT", "8097");
    var running = server.start();
    var met = false;
    try {
        await(running);
        var past = LocalDate.now().minusDays(45L * 11);
        var pages = new LinkedHashMap<String, String>();
        pages.put("500 projects, 1 edition", "/plan?plan=" + small);
        pages.put("10,000 projects, 20 editions", "/plan?plan=" + large);
        pages.put("the same at a past date", "/plan?plan=" + large + "&at=" + past);
        pages.put("ผ.01 of 500 projects", "/plan/summary?plan=" + small);
        pages.put("ผ.01 of 10,000 projects", "/plan/summary?plan=" + large);
        pages.put("ผ.01 of 10,000 at a past date", "/plan/summary?plan=" + large + "&at=" + past);
        var times = measured(pages);
        met = report(times, "10,000 projects, 20 editions", "500 projects, 1 edition")
                & report(times, "the same at a past date", "10,000 projects, 20 editions")
                & report(times, "ผ.01 of 10,000 projects", "ผ.01 of 500 projects")
                & report(times, "ผ.01 of 10,000 at a past date", "ผ.01 of 10,000 projects");
    } finally {
        running.destroy();
        running.waitFor(60, TimeUnit.SECONDS);
    }
    System.exit(met ? 0 : 1);
}

Map<String, double[]> measured(Map<String, String> pages) throws Exception {
    var times = new LinkedHashMap<String, List<Double>>();
    pages.keySet().forEach(name -> times.put(name, new ArrayList<>()));
    for (var round = -WARM_UP; round < ROUNDS; round++) {
        for (var page : pages.entrySet()) {
            var begun = System.nanoTime();
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:8097" + page.getValue() + "&n=" + System.nanoTime()))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(page + " answered " + answer.statusCode());
            }
            if (round >= 0) {
                times.get(page.getKey()).add((System.nanoTime() - begun) / 1e6);
            }
        }
    }
    var medians = new LinkedHashMap<String, double[]>();
    times.forEach((name, all) -> {
        var sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        medians.put(name, new double[] {sorted[sorted.length / 2], sorted[sorted.length * 95 / 100]});
    });
    medians.forEach((name, time) -> System.out.printf("%-34s median %7.2f ms   p95 %7.2f ms%n", name, time[0], time[1]));
    return medians;
}

boolean report(Map<String, double[]> times, String of, String against) {
    var ratio = times.get(of)[0] / times.get(against)[0];
    System.out.printf("%s / %s: ratio %.2f, required at most %.1f: %s%n", of, against, ratio, BOUND, ratio <= BOUND ? "met" : "MISSED");
    return ratio <= BOUND;
}

String made(int rows, int editions) throws Exception {
    Files.createDirectories(HOME);
    var builder = new ProcessBuilder(
                    java(), "-jar", JAR.toString(), "sample", "--kind", "plan", "--rows", "" + rows, "--editions", "" + editions)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PHATTHANA_HOME", HOME.toString());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var found = Pattern.compile("plan: ([0-9a-z]{26})").matcher(output);
    if (process.waitFor() != 0 || !found.find()) {
        throw new IllegalStateException("sample failed: " + output);
    }
    return found.group(1);
}

void await(Process running) throws Exception {
    for (var attempt = 0; attempt < 600 && running.isAlive(); attempt++) {
        try {
            CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:8097/plan")).build(), HttpResponse.BodyHandlers.discarding());
            return;
        } catch (java.io.IOException e) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
    throw new IllegalStateException("The server did not start: " + Arrays.toString(running.info().arguments().orElse(new String[0])));
}

String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
}
