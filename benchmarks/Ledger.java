import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Postings through the interface for programs against pgbench, which writes the same rows into copies of the same tables
/// (their checks and indexes, but neither foreign keys nor triggers) in the same database of the same server, durably.
/// Every posting of either counts when its answer came, after its commit. Rounds are interleaved, medians compared.
static final int ROUNDS = 5;

static final int ROUND_SECONDS = Integer.getInteger("seconds", 5);
static final int WARM_UP_SECONDS = Integer.getInteger("warm", 12);
static final int LINES = 200;
static final int BATCH = 100;
static final int FEW = 2_000;
static final int MANY = 200_000;
static final int YEAR = 2565;
static final Path JAR = Path.of("target/phatthana.jar");
static final Path HOME = Path.of("target/benchmark-ledger").toAbsolutePath();
static final Path LOG = Path.of("target/benchmark-ledger.log");
static final String API = "/api/v1/ledger/transactions";

int port;
Clients clients = new Clients(0, API, "");
Map<String, String> database = Map.of();
boolean met = true;
Process server;

/// One way to post.
interface Round {
    /// @return postings per second
    double run(int seconds) throws Exception;
}

void main(String[] arguments) throws Exception {
    if (!isThere("pgbench") || !isThere("psql")) {
        System.err.println("pgbench and psql are not on the PATH: the baseline cannot be measured");
        System.exit(2);
    }
    var parts = arguments.length == 0 ? "singles,hot,batches,reading" : arguments[0];
    delete(HOME);
    server = start();
    try {
        port = java.net.URI.create(Running.address(server, LOG)).getPort();
        database = Running.database(HOME);
        clients = new Clients(port, API, command("token", "budget-officer").strip());
        var lines = seed();
        if (parts.contains("singles")) {
            compare("single postings, 32 clients / pgbench, 32 clients", 0.8, seconds -> clients.post(32, seconds, () ->
                    single(any(lines))), seconds -> pgbench(32, LINES, seconds));
        }
        if (parts.contains("hot")) {
            var hot = List.of(lines.getFirst());
            compare("one hot line, 64 clients / pgbench on one hot row, 8 clients", 8, seconds -> clients.post(64, seconds, () ->
                    single(any(hot))), seconds -> pgbench(8, 1, seconds));
        }
        if (parts.contains("batches")) {
            compare("batches of 100, 8 clients / 1 client", 0.9, seconds -> clients.post(8, seconds, () ->
                    batch(lines)) * BATCH, seconds -> clients.post(1, seconds, () -> batch(lines)) * BATCH);
        }
        if (parts.contains("reading")) {
            reading(lines);
        }
        if (!command("replay").contains("differences: 0")) {
            System.out.println("the replay found differences: WRONG");
            met = false;
        }
    } finally {
        server.destroy();
        server.waitFor(60, TimeUnit.SECONDS);
    }
    System.exit(met ? 0 : 1);
}

void compare(String name, double required, Round ours, Round baseline) throws Exception {
    ours.run(WARM_UP_SECONDS);
    baseline.run(2);
    var first = new double[ROUNDS];
    var second = new double[ROUNDS];
    for (var i = 0; i < ROUNDS; i++) {
        var before = Cpu.now(server);
        first[i] = ours.run(ROUND_SECONDS);
        var used = Cpu.now(server).since(before, first[i] * ROUND_SECONDS);
        second[i] = baseline.run(ROUND_SECONDS);
        System.err.printf("%s: round %d: %.0f / %.0f per second, each %s%n", name, i + 1, first[i], second[i], used);
    }
    report(name, median(first), median(second), "per second", median(first) / median(second) >= required,
            "at least " + required);
}

void report(String name, double first, double second, String unit, boolean ok, String required) {
    met &= ok;
    System.out.printf(
            "%s: %.2f / %.2f %s, ratio %.2f, required %s: %s%n",
            name, first, second, unit, first / second, required, ok ? "met" : "MISSED");
}

/// @return the status of the answer to a posting
int ask(Socket socket, InputStream in, String body) throws IOException {
    socket.getOutputStream().write(clients.request(body));
    return answer(in);
}

/// Reads an answer to its end.
///
/// @return its status
static int answer(InputStream in) throws IOException {
    var status = Integer.parseInt(line(in).split(" ")[1]);
    var length = 0L;
    var chunked = false;
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
        var low = line.toLowerCase(java.util.Locale.ROOT);
        if (low.startsWith("content-length:")) {
            length = Long.parseLong(low.substring(15).strip());
        }
        chunked |= low.startsWith("transfer-encoding:") && low.contains("chunked");
    }
    if (!chunked) {
        in.skipNBytes(length);
        return status;
    }
    for (var size = Long.parseLong(line(in), 16); size > 0; size = Long.parseLong(line(in), 16)) {
        in.skipNBytes(size + 2);
    }
    line(in);
    return status;
}

static String line(InputStream in) throws IOException {
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

static String any(List<String> lines) {
    return lines.get(java.util.concurrent.ThreadLocalRandom.current().nextInt(lines.size()));
}

/// Money that is allotted: two entries on two accounts.
static String single(String line) {
    return transaction("allotment", "executive", "memo", line, "unallotted", "allotted", "1.00");
}

static String batch(List<String> lines) {
    return IntStream.range(0, BATCH).mapToObj(_ -> single(any(lines))).collect(Collectors.joining(",", "[", "]"));
}

static String transaction(
        String kind, String authority, String document, String line, String from, String to, String baht) {
    return """
        {"kind":"%s","day":"2022-01-15","authority":"%s","document":{"kind":"%s","number":"7/2565"},"entries":\
        [{"account":"%s-%s","credit":"%s"},{"account":"%s-%s","debit":"%s"}]}"""
            .formatted(kind, authority, document, line, from, baht, line, to, baht);
}

/// Opens the books of a year and its lines, and gives them money; and makes the copies for pgbench.
List<String> seed() throws Exception {
    psql("""
        insert into budget.book values (%d, false, 'command', now());
        insert into budget.book_line (public_id, fiscal_year, area, programme, task, type, category, kind, item, fund_source,
            project, department, opened_at)
        select lpad(n::text, 26, '0'), %d, 'ด้านการเศรษฐกิจ', 'แผนงานอุตสาหกรรมและการโยธา', 'งานก่อสร้าง', 'งบลงทุน', '', '', 'รายการ ' || n,
            'ordinance', '', '', now() from generate_series(1, %d) n;
        insert into budget.account (line, stage) select l.id, s from budget.book_line l, unnest(array['appropriated',
            'supplemented', 'transferred', 'carried-in', 'unallotted', 'allotted', 'reserved', 'committed', 'disbursed',
            'carried-over', 'lapsed']) s where l.fiscal_year = %d;
        """.formatted(YEAR, YEAR, LINES, YEAR));
    var lines = IntStream.rangeClosed(1, LINES).mapToObj("%026d"::formatted).toList();
    try (var socket = new Socket("127.0.0.1", port)) {
        var gifts = lines.stream()
                .map(line -> transaction(
                        "appropriation", "council", "ordinance", line, "appropriated", "unallotted", "99000000000.00"))
                .collect(Collectors.joining(",", "[", "]"));
        var status = ask(socket, new BufferedInputStream(socket.getInputStream()), gifts);
        if (status != 201) {
            throw new IOException("the lines were not given money: " + status);
        }
    }
    psql("""
        create schema bench;
        create table bench.account (like budget.account including all);
        alter table bench.account set (fillfactor = 60);
        create table bench.transaction (like budget.transaction including all);
        create table bench.entry (like budget.entry including all);
        create table bench.posting (like budget.posting including all);
        create table bench.log (like proof.entry including all);
        alter table bench.log alter summary type text;
        create sequence bench.number cache 1;
        insert into bench.account (line, stage, balance_satang)
        select n, s, case s when 'unallotted' then 9900000000000 else 0 end
        from generate_series(1, %d) n, unnest(array['unallotted', 'allotted']) s;
        analyze bench.account;
        """.formatted(LINES));
    Files.writeString(HOME.resolve("posting.sql"), SCRIPT.formatted(sampleOf("canonical"), sampleOf("summary")));
    return lines;
}

/// The same rows as one posting writes: two balances in the order of their accounts, a transaction, two entries, what it
/// was asked by, and an entry of the log as long as a real one.
static final String SCRIPT = """
    \\set line random(1, :lines)
    begin;
    select nextval('bench.number') as number \\gset
    update bench.account set balance_satang = balance_satang - 100 where line = :line and stage = 'unallotted' returning id as a, balance_satang as x \\gset
    update bench.account set balance_satang = balance_satang + 100 where line = :line and stage = 'allotted' returning id as b, balance_satang as y \\gset
    insert into bench.log (position, at, kind, subject, capacity, summary, sample, canonical) values (:number, now(), 'budget.posted', '/budget/ledger/' || :number, 'budget-officer', '%2$s', false, '%1$s');
    insert into bench.transaction (number, kind, fiscal_year, month, day, posted_at, authority, capacity, owner, document_kind, document_number, document_date, address, reason, reverses, log_entry) values (:number, 'allotment', 2565, 4, '2022-01-15', now(), 'executive', 'budget-officer', '00000000-0000-0000-0000-000000000007', 'memo', '7/2565', null, '', '', null, :number);
    insert into bench.entry (transaction, account, amount_satang, balance_satang) values (:number, :a, -100, :x), (:number, :b, 100, :y);
    insert into bench.posting (owner, key, digest, first_number, last_number) values ('00000000-0000-0000-0000-000000000007', 'k' || :number, '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', :number, :number);
    commit;
    """;

/// A text of the log without colons, in which pgbench would look for its variables.
String sampleOf(String column) throws Exception {
    return psql("select " + column + " from proof.entry order by position desc limit 1").strip().replace("'", "''")
            .replace(":", "=");
}

double pgbench(int clients, int lines, int seconds) throws Exception {
    var said = run("pgbench", "-n", "-M", "prepared", "-f", HOME.resolve("posting.sql").toString(), "-c",
            Integer.toString(clients), "-j", "2", "-T", Integer.toString(seconds), "-D", "lines=" + lines);
    var found = Pattern.compile("tps = ([0-9.]+) \\(without").matcher(said);
    if (!found.find() || !said.contains("number of failed transactions: 0")) {
        throw new IOException(said);
    }
    return Double.parseDouble(found.group(1));
}

/// The page of the year, and a line's balances now and as of last year, with few entries and with many.
void reading(List<String> lines) throws Exception {
    var now = "/api/v1/ledger/lines?year=" + YEAR + "&limit=200";
    fill(lines, FEW);
    var few = pages("/budget/" + YEAR);
    fill(lines, MANY);
    var many = pages("/budget/" + YEAR);
    var half = psql("""
        select to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from budget.transaction
        order by number offset (select count(*) / 2 from budget.transaction) limit 1
        """).strip();
    var today = pages(now);
    var then = pages(now + "&at=" + half);
    var account = "/api/v1/ledger/accounts/" + lines.getFirst() + "-allotted";
    var accountToday = pages(account);
    var accountThen = pages(account + "?at=" + half);
    report("GET /budget/" + YEAR + " with 200,000 entries / 2,000", many, few, "ms", many / few <= 2, "at most 2");
    report("all lines at an earlier instant / now", then, today, "ms", then / today <= 3, "at most 3");
    report("one account at an earlier instant / now", accountThen, accountToday, "ms",
            accountThen / accountToday <= 3, "at most 3");
}

void fill(List<String> lines, int entries) throws Exception {
    var random = new SplittableRandom(1);
    try (var socket = new Socket("127.0.0.1", port)) {
        var in = new BufferedInputStream(socket.getInputStream());
        while (Long.parseLong(psql("select count(*) from budget.entry").strip()) < entries) {
            for (var i = 0; i < Math.max(1, entries / 40_000); i++) {
                var body = IntStream.range(0, 500)
                        .mapToObj(_ -> single(lines.get(random.nextInt(lines.size()))))
                        .collect(Collectors.joining(",", "[", "]"));
                if (ask(socket, in, body) != 201) {
                    throw new IOException("a batch was refused");
                }
            }
        }
    }
    psql("analyze budget.entry; analyze budget.transaction; analyze budget.account");
}

/// Median milliseconds of a page, each time with a query of its own, so that none is kept.
double pages(String path) throws Exception {
    var millis = new double[300];
    try (var socket = new Socket("127.0.0.1", port)) {
        var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        for (var i = -200; i < millis.length; i++) {
            var begun = System.nanoTime();
            socket.getOutputStream()
                    .write(("GET " + path + (path.contains("?") ? "&" : "?") + "n=" + System.nanoTime()
                                    + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            var status = answer(in);
            if (status != 200) {
                throw new IOException(path + " answered " + status);
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
    }
    return median(millis);
}

static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
}

Process start() throws IOException {
    var server = new ProcessBuilder(java(), "-jar", JAR.toString())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile());
    server.environment().put("PHATTHANA_HOME", HOME.toString());
    server.environment().put("SERVER_PORT", "0");
    return server.start();
}

static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
}

String psql(String sql) throws Exception {
    return Running.psql(HOME, "-tA", "-c", sql);
}

String command(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PHATTHANA_HOME", HOME.toString());
    return ended(builder.start());
}

String run(String... command) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(database);
    return ended(builder.start());
}

static String ended(Process process) throws Exception {
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
        throw new IOException(process.info().commandLine().orElse("") + said);
    }
    return said;
}

static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
}

static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
