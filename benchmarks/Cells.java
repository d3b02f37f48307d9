import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The figures of a goal for each amphoe and fiscal year over ten million observations, as the interface for programs gives
/// them, against the same sums by DuckDB over the same rows in memory and by PostgreSQL over the program's own table; then the
/// same after one in a hundred was corrected; and pages of scorecards with ten million observations behind them against the
/// same pages of another server that has ten thousand, of the same years.
///
/// The pack is Phitsanulok's with a goal that eleven daily series of its schools measure. The rows are made by `sample`. Of the ways
/// to ask DuckDB the quickest counts. All answers are compared to the last digit.
static final int SERIES = 11;

static final int YEARS = 6;
static final int FEW = 10_000;
static final int BATCH = 10_000;
static final int WARM_UP = 40;
static final int ROUNDS = 60;
static final int REFRESH_WARM_UP = 2;
static final int REFRESHES = 5;
static final String GOAL = "G5";
static final Path WORK = Path.of("target/benchmark-cells").toAbsolutePath();
static final HttpClient CLIENT = HttpClient.newHttpClient();

static final List<String> DUCK = List.of(
        "select series, place // 100 as amphoe, year(day) + (month(day) >= 10)::int + 543 as fiscal, sum(value), count(*)"
                + " from o group by all",
        "select series, place // 100 as amphoe, year(day + interval 3 month) + 543 as fiscal, sum(value), count(*) from o group by all");

boolean met = true;

/// A server of its own.
///
/// @param officer a token
/// @param administrator a token
/// @param school the id of one
record Office(String name, Process process, String address, String officer, String administrator, String school) {

    Path home() {
        return WORK.resolve(name);
    }
}

void main(String[] arguments) throws Exception {
    var many = arguments.length == 0 ? 10_000_000 : Integer.parseInt(arguments[0]);
    if (Files.exists(WORK)) {
        throw new IllegalStateException("Remove " + WORK + " first: this begins with an empty database");
    }
    run("", java(), "-Djarmode=tools", "-jar", "target/phatthana.jar", "extract", "--destination", WORK.resolve("app").toString());
    CellsPack.write(WORK.resolve("app/phatthana.jar"), WORK.resolve("pack/packs/benchmark"), SERIES, GOAL);
    var small = start("small");
    var large = start("large");
    try {
        sample(small, FEW);
        var begun = System.nanoTime();
        sample(large, many);
        System.out.printf("made and recorded %,d observations in %.0f s%n", many, (System.nanoTime() - begun) / 1e9);
        psql(large, "vacuum analyze");
        figures(small);
        begun = System.nanoTime();
        figures(large);
        System.out.printf("all of them read once in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        pages(small, large, many);
        try (var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            load(large, duck);
            var figures = query(large, duck);
            refresh(large, duck, many / 100, figures);
        }
    } finally {
        for (var office : List.of(small, large)) {
            office.process.destroy();
            office.process.waitFor(60, TimeUnit.SECONDS);
        }
    }
    System.exit(met ? 0 : 1);
}

Office start(String name) throws Exception {
    var log = WORK.resolve(name + ".log");
    var server = new ProcessBuilder(program()).redirectErrorStream(true).redirectOutput(log.toFile());
    environment(server.environment(), name);
    server.environment().put("SERVER_PORT", "0");
    var process = server.start();
    var address = Running.address(process, log);
    return new Office(
            name,
            process,
            address,
            command(name, "token", "officer").strip(),
            command(name, "token", "administrator").strip(),
            Running.psql(WORK.resolve(name), "-At", "-c", "select min(entry) from registers.newest where register = 'schools'")
                    .strip());
}

/// A warm query.
///
/// @return the milliseconds of DuckDB's
double query(Office office, Connection duck) throws Exception {
    compare(office, duck);
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<List<Double>>();
    DUCK.forEach(_ -> theirs.add(new ArrayList<>()));
    for (var round = -5; round < 21; round++) {
        var taken = milliseconds(() -> figures(office));
        if (round >= 0) {
            ours.add(taken);
        }
        for (var way = 0; way < DUCK.size(); way++) {
            var sql = DUCK.get(way);
            var asked = milliseconds(() -> ask(duck, sql));
            if (round >= 0) {
                theirs.get(way).add(asked);
            }
        }
    }
    var quickest = theirs.stream().mapToDouble(times -> median(times)).min().orElseThrow();
    atLeast("DuckDB / program, a goal for each amphoe and year", quickest, median(ours), 2);
    var postgres = new ArrayList<Double>();
    for (var round = 0; round < 3; round++) {
        postgres.add(psqlTime(office, """
            select series, left(place, 4), extract(year from day + interval '3 months'), sum(value), count(*)
            from registers.observation where replaced_by is null and not is_withdrawn group by 1, 2, 3
            """));
    }
    atLeast("PostgreSQL / program, the same", median(postgres), median(ours), 40);
    return quickest;
}

/// Corrects some observations and asks again. What it takes to move the sums is a part of the recording, which the program
/// measures itself; the bound is for that and the query together.
void refresh(Office office, Connection duck, int count, double figures) throws Exception {
    var ours = new ArrayList<Double>();
    var after = new ArrayList<Double>();
    for (var round = 0; round < REFRESH_WARM_UP + REFRESHES; round++) {
        var bodies = corrections(office, count, round);
        var before = moved(office);
        var begun = System.nanoTime();
        for (var body : bodies) {
            post(office, body);
        }
        var recorded = (System.nanoTime() - begun) / 1e6;
        var moved = moved(office) - before;
        var asked = milliseconds(() -> figures(office));
        if (round >= REFRESH_WARM_UP) {
            ours.add(moved + asked);
            after.add(asked);
        }
        System.err.printf("refresh: recorded in %.0f ms, of which sums moved %.1f ms; asked in %.1f ms%n", recorded, moved, asked);
    }
    load(office, duck);
    compare(office, duck);
    System.out.printf(
            "%,d corrected, asked right after they were recorded / DuckDB's whole query: %.1f / %.1f ms, ratio %.2f%n",
            count, median(after), figures, median(after) / figures);
    report("%,d corrected: sums moved and asked again / DuckDB's whole query".formatted(count), median(ours), figures, 0.25);
}

/// Seconds that the program has spent to bring its sums up to date, in milliseconds.
double moved(Office office) throws Exception {
    var text = get(office, "/actuator/prometheus", office.administrator);
    var sum = 0.0;
    for (var meter : List.of("phatthana_sums_move_seconds_sum", "phatthana_sums_read_seconds_sum")) {
        var found = Pattern.compile("(?m)^" + meter + "(?:\\{[^}]*})? (\\S+)$").matcher(text);
        if (!found.find()) {
            throw new IOException("No " + meter);
        }
        sum += Double.parseDouble(found.group(1)) * 1000;
    }
    return sum;
}

/// Lists of observations that correct some that stand, spread over all of them.
List<String> corrections(Office office, int count, int round) throws Exception {
    var rows = psql(office, """
        select s.code, o.subject, o.day, ((o.value / 100000 + 1 + %d) %% 1000) / 10.0
        from registers.observation o join registers.series s on s.id = o.series
        where o.replaced_by is null and hashint8(o.number) %% %d = 0 limit %d
        """.formatted(round, 50 + round, count)).lines().toList();
    var bodies = new ArrayList<String>();
    for (var from = 0; from < rows.size(); from += BATCH) {
        var body = new StringBuilder("[");
        for (var row : rows.subList(from, Math.min(from + BATCH, rows.size()))) {
            var cells = row.split("\\|");
            body.append(body.length() == 1 ? "" : ",")
                    .append("{\"series\":\"%s\",\"subject\":\"%s\",\"day\":\"%s\",\"value\":%s}".formatted((Object[]) cells));
        }
        bodies.add(body.append("]").toString());
    }
    if (rows.size() < count) {
        throw new IOException("Only %d rows to correct".formatted(rows.size()));
    }
    return bodies;
}

/// Compares pages of scorecards; each request has a query of its own, so that no page is kept, and before some of them an
/// observation is corrected, so that no figure is kept either. Rounds are interleaved.
void pages(Office small, Office large, int many) throws Exception {
    var paths = new LinkedHashMap<String, String>();
    paths.put("scorecard of the province", "/goals/" + GOAL + "?");
    paths.put("scorecard of an amphoe and a year", "/goals/" + GOAL + "?place=6508&year=2567&");
    for (var isChanged : List.of(false, true)) {
        for (var page : paths.entrySet()) {
            var times = Map.of(small, new ArrayList<Double>(), large, new ArrayList<Double>());
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                for (var office : List.of(small, large)) {
                    if (isChanged) {
                        post(office, "[{\"series\":\"b01\",\"subject\":\"%s\",\"day\":\"2024-01-01\",\"value\":%d.%d}]"
                                .formatted(office.school, page.getValue().length(), Math.floorMod(round, 10)));
                    }
                    var taken = milliseconds(() -> get(office, page.getValue() + "n=" + System.nanoTime(), ""));
                    if (round >= 0) {
                        times.get(office).add(taken);
                    }
                }
            }
            report(
                    "%s%s, %,d / %,d observations".formatted(page.getKey(), isChanged ? " after a change" : "", many, FEW),
                    median(times.get(large)),
                    median(times.get(small)),
                    1.5);
        }
    }
}

String figures(Office office) throws Exception {
    return get(office, "/api/v1/goals/" + GOAL + "/figures?level=amphoe", "");
}

/// Loads DuckDB with the rows that stand.
void load(Office office, Connection duck) throws Exception {
    var file = WORK.resolve("rows.csv");
    psql(office, "\\copy (select series, place, day, value from registers.observation where replaced_by is null and not is_withdrawn) to '"
            + file + "' csv");
    try (var statement = duck.createStatement()) {
        statement.execute("create or replace table o as select * from read_csv('" + file
                + "', header = false, columns = {'series': 'smallint', 'place': 'integer', 'day': 'date', 'value': 'bigint'})");
    }
    Files.delete(file);
}

/// Compares every figure of the program with DuckDB's.
void compare(Office office, Connection duck) throws Exception {
    var series = new TreeMap<String, String>();
    psql(office, "select id, code from registers.series").lines().map(line -> line.split("\\|")).forEach(one -> series.put(one[0], one[1]));
    var theirs = new TreeMap<String, String>();
    try (var statement = duck.createStatement();
            var rows = statement.executeQuery(DUCK.getFirst())) {
        while (rows.next()) {
            theirs.put(
                    "%s %d %d".formatted(series.get(rows.getString(1)).replace("b", GOAL + "-"), rows.getInt(3), rows.getInt(2)),
                    plain(rows.getBigDecimal(4).movePointLeft(6)) + " / " + rows.getLong(5));
        }
    }
    var ours = new TreeMap<String, String>();
    var groups = Pattern.compile("\"indicator\":\"([^\"]+)\",\"year\":(\\d+),\"sample\":\\w+,\"places\":\\[(.*?)]");
    var places = Pattern.compile("\"place\":\"(\\d+)\",\"value\":[^,]+,\"numerator\":([^,]+),\"denominator\":([^,]+),");
    var group = groups.matcher(figures(office));
    while (group.find()) {
        var place = places.matcher(group.group(3));
        while (place.find()) {
            if (!place.group(2).equals("null")) {
                ours.put(
                        "%s %s %s".formatted(group.group(1), group.group(2), place.group(1)),
                        plain(new java.math.BigDecimal(place.group(2))) + " / " + place.group(3));
            }
        }
    }
    System.out.printf("%,d figures, %s%n", ours.size(), ours.equals(theirs) ? "the same" : "NOT THE SAME");
    if (!ours.equals(theirs)) {
        theirs.entrySet().stream()
                .filter(one -> !one.getValue().equals(ours.get(one.getKey())))
                .limit(5)
                .forEach(one -> System.out.println("  " + one + ", program " + ours.get(one.getKey())));
        met = false;
    }
}

static String plain(java.math.BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
}

static String ask(Connection duck, String sql) throws SQLException {
    var read = 0L;
    try (var statement = duck.createStatement();
            var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
            read += rows.getLong(5);
        }
    }
    return Long.toString(read);
}

void sample(Office office, int rows) throws Exception {
    System.err.print(command(office.name, "sample", "--kind", "observations", "--rows", Integer.toString(rows), "--years", Integer.toString(YEARS)));
}

static List<String> program(String... arguments) {
    var all = new ArrayList<>(List.of(
            java(), "-cp", WORK.resolve("pack") + ":" + WORK.resolve("app/phatthana.jar"), "org.phatthana.Phatthana"));
    all.addAll(List.of(arguments));
    return all;
}

static void environment(Map<String, String> environment, String home) {
    environment.put("PHATTHANA_HOME", WORK.resolve(home).toString());
    environment.put("PHATTHANA_PACK", "benchmark");
}

String command(String home, String... arguments) throws Exception {
    return run(home, program(arguments).toArray(String[]::new));
}

String run(String home, String... command) throws Exception {
    var builder = new ProcessBuilder(command).redirectError(Path.of("target/benchmark-cells-command.log").toFile());
    environment(builder.environment(), home);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said;
}

String get(Office office, String path, String token) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(office.address + path));
    if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
    }
    var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
        throw new IOException(path + " answered " + answer.statusCode());
    }
    return answer.body();
}

void post(Office office, String body) throws Exception {
    var answer = CLIENT.send(
            HttpRequest.newBuilder(URI.create(office.address + "/api/v1/observations"))
                    .header("Authorization", "Bearer " + office.officer)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
        throw new IOException("A correction was answered with " + answer.statusCode() + ": " + answer.body());
    }
}

/// Something to be timed, or done before.
interface Step {
    void run() throws Exception;
}

static double milliseconds(Step step) throws Exception {
    var begun = System.nanoTime();
    step.run();
    return (System.nanoTime() - begun) / 1e6;
}

static double median(List<Double> all) {
    return all.stream().sorted(Comparator.naturalOrder()).toList().get(all.size() / 2);
}

void report(String name, double first, double second, double bound) {
    var ok = first / second <= bound;
    met &= ok;
    System.out.printf(
            "%s: %.1f / %.1f ms, ratio %.2f, required at most %.2f: %s%n", name, first, second, first / second, bound, ok ? "met" : "MISSED");
}

void atLeast(String name, double first, double second, double bound) {
    var ok = first / second >= bound;
    met &= ok;
    System.out.printf(
            "%s: %.1f / %.1f ms, ratio %.2f, required at least %.0f: %s%n", name, first, second, first / second, bound, ok ? "met" : "MISSED");
}

String psql(Office office, String sql) throws Exception {
    return Running.psql(office.home(), "-At", "-c", sql);
}

double psqlTime(Office office, String sql) throws Exception {
    var said = Running.psql(
            office.home(), "-c", "set max_parallel_workers_per_gather = 4", "-c", "\\timing on", "-c", sql);
    var found = Pattern.compile("Time: ([\\d.]+) ms").matcher(said);
    var last = 0.0;
    while (found.find()) {
        last = Double.parseDouble(found.group(1));
    }
    return last;
}

static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
}
