import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Milliseconds of the pages of a register with a million entries against the same pages of the same server when it had a
/// thousand. Each request has a query of its own, so that no page is kept; the pages take turns, one request at a time, and
/// medians are compared. The rows are written as the program writes them: an entry, its version, and what lists read.
static final double BOUND = 2.0;

static final int FEW = 1_000;
static final int WARM_UP = 150;
static final int ROUNDS = 200;
static final Path JAR = Path.of("target/phatthana.jar");
static final Path HOME = Path.of("target/benchmark-registers").toAbsolutePath();
static final Path LOG = Path.of("target/benchmark-registers.log");
static final HttpClient CLIENT = HttpClient.newHttpClient();

void main(String[] arguments) throws Exception {
    var many = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    if (Files.exists(HOME)) {
        throw new IllegalStateException("Remove " + HOME + " first: this begins with an empty register");
    }
    var builder = new ProcessBuilder(java(), "-jar", JAR.toString())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile());
    builder.environment().put("PHATTHANA_HOME", HOME.toString());
    builder.environment().put("SERVER_PORT", "0");
    var server = builder.start();
    var met = true;
    try {
        var address = Running.address(server, LOG);
        write(1, FEW);
        var few = measured(address);
        write(FEW + 1, many);
        var whole = measured(address);
        for (var page : few.keySet()) {
            var ratio = whole.get(page) / few.get(page);
            met &= ratio <= BOUND;
            System.out.printf(
                    "%-32s %,d entries %7.2f ms / %,d %7.2f ms: ratio %.2f, required at most %.1f: %s%n",
                    page, many, whole.get(page), FEW, few.get(page), ratio, BOUND, ratio <= BOUND ? "met" : "MISSED");
        }
    } finally {
        server.destroy();
        server.waitFor(60, TimeUnit.SECONDS);
    }
    System.exit(met ? 0 : 1);
}

static Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("the list", "/registers/schools");
    pages.put("a page in its midst", "/registers/schools?after=" + "%026d".formatted(FEW / 2));
    pages.put("of an amphoe and a level", "/registers/schools?place=6508&levels=primary");
    pages.put("by words", "/registers/schools?q=" + java.net.URLEncoder.encode("ที่ 0000777", StandardCharsets.UTF_8));
    pages.put("an entry", "/registers/schools/" + "%026d".formatted(FEW / 2));
    pages.put("the interface for programs", "/api/v1/registers/schools/entries?limit=50");
    return pages;
}

Map<String, Double> measured(String address) throws Exception {
    var times = new LinkedHashMap<String, List<Double>>();
    for (var round = -WARM_UP; round < ROUNDS; round++) {
        for (var page : pages().entrySet()) {
            var begun = System.nanoTime();
            var query = (page.getValue().contains("?") ? "&n=" : "?n=") + begun;
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address + page.getValue() + query)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(page + " answered " + answer.statusCode());
            }
            if (round >= 0) {
                times.computeIfAbsent(page.getKey(), _ -> new ArrayList<>()).add((System.nanoTime() - begun) / 1e6);
            }
        }
    }
    var medians = new LinkedHashMap<String, Double>();
    times.forEach((page, all) -> medians.put(page, all.stream().sorted().toList().get(all.size() / 2)));
    return medians;
}

/// Entries from one number to another, of some levels, in some tambon of all nine amphoe.
void write(int from, int to) throws Exception {
    Running.psql(HOME, "-c", """
        create temporary table made as
        select n, lpad(n::text, 26, '0') as id, 'โรงเรียนที่ ' || lpad(n::text, 7, '0') as name,
            '650' || (1 + n %% 9) || '0' || (1 + n %% 5) as place,
            (array['kindergarten', 'primary', 'lower-secondary', 'upper-secondary'])[1 + n %% 4] as level
        from generate_series(%d, %d) n;
        insert into registers.entry (id, register, is_sample) select id, 'schools', false from made;
        insert into registers.version (entry, number, holds_from, content, place, place_said, note, digest, salt, account, capacity,
            recorded_at)
        select id, 1, '2024-05-16', jsonb_build_object('name', name, 'levels', jsonb_build_array(level), 'pupils', n %% 900), place,
            '', '', encode(sha256(id::bytea), 'hex'), '', gen_random_uuid(), 'officer', now() from made;
        insert into registers.newest (entry, register, number, name, place, is_open, words)
        select id, 'schools', 1, name, place, true, name from made;
        create temporary table listed as
        select f.facet, m.name, m.id from made m, unnest(array['', 'place=65', 'place=' || left(place, 4), 'place=' || place,
            'levels=' || level]) f (facet);
        insert into registers.facet (register, facet, is_open, name, entry) select 'schools', facet, true, name, id from listed;
        insert into registers.tally as t (register, facet, is_open, entries)
        select 'schools', facet, true, count(*) from listed group by facet
        on conflict (register, facet, is_open) do update set entries = t.entries + excluded.entries;
        """.formatted(from, to));
    Running.psql(HOME, "-c", "vacuum analyze");
}

static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
}
