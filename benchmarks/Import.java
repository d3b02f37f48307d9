import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Milliseconds of `import plan FILE` (vetting, reading, understanding, storing) against milliseconds of reading every
/// cell of the file with fastexcel-reader. Each in its own fresh process with 256 MB of heap, rounds interleaved.
static final double BOUND = 5.0;

static final String HEAP = "-Xmx256m";
static final Path JAR = Path.of("target/phatthana.jar");
static final Path WORK = Path.of("target/benchmark-import").toAbsolutePath();
static final String READER = """
        import org.dhatim.fastexcel.reader.*;
        void main(String[] a) throws Exception {
            long begun = System.nanoTime(), cells = 0;
            try (var book = new ReadableWorkbook(new java.io.File(a[0]))) {
                for (var sheet : book.getSheets().toList()) {
                    try (var rows = sheet.openStream()) {
                        for (var i = rows.iterator(); i.hasNext();) {
                            for (var cell : i.next()) {
                                if (cell != null) { cell.getText(); cells++; }
                            }
                        }
                    }
                }
            }
            System.err.printf("took %d ms, %d cells%n", (System.nanoTime() - begun) / 1_000_000, cells);
        }
        """;

void main(String[] arguments) throws Exception {
    var rows = arguments.length > 0 ? arguments[0] : "50000";
    var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Files.createDirectories(WORK.resolve("lib"));
    var libraries = libraries();
    var file = WORK.resolve("plan-" + rows + ".xlsx");
    run(List.of(java(), "-jar", JAR.toString(), "sample", "--kind", "plan-workbook", "--rows", rows, file.toString()));
    var reader = Files.writeString(WORK.resolve("Read.java"), READER);
    var reading = new ArrayList<Long>();
    var importing = new ArrayList<Long>();
    var peak = 0L;
    for (var round = 1; round <= rounds; round++) {
        var read = run(List.of(java(), HEAP, "-cp", libraries, reader.toString(), file.toString()));
        // Another seed for each round: the same file is recognised and not stored twice.
        var fresh = WORK.resolve("round-" + round + ".xlsx");
        run(List.of(java(), "-jar", JAR.toString(), "sample", "--rows", rows, "--seed", Long.toString(System.nanoTime()), fresh.toString()));
        var imported = run(List.of(java(), HEAP, "-jar", JAR.toString(), "import", "plan", fresh.toString()));
        reading.add(number(read, "took (\\d+) ms"));
        importing.add(number(imported, "took (\\d+) ms"));
        peak = Math.max(peak, number(imported, "heap at most (\\d+) MB"));
        System.err.printf("round %d: read %d ms, import %d ms%n", round, reading.getLast(), importing.getLast());
    }
    var ratio = (double) median(importing) / median(reading);
    System.out.printf("read   %,8d ms%nimport %,8d ms for %s rows%npeak heap %d MB of 256%n", median(reading), median(importing), rows, peak);
    System.out.printf("ratio %.2f, required at most %.1f: %s%n", ratio, BOUND, ratio <= BOUND ? "met" : "MISSED");
    System.exit(ratio <= BOUND ? 0 : 1);
}

String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
}

/// The reader and what it needs, taken out of the packaged jar.
String libraries() throws Exception {
    var paths = new ArrayList<String>();
    try (var jar = new ZipFile(JAR.toFile())) {
        for (var entry : jar.stream().filter(each -> each.getName().matches("BOOT-INF/lib/(fastexcel|aalto|stax2|commons-(compress|io|lang3|codec)).*")).toList()) {
            var target = WORK.resolve("lib").resolve(Path.of(entry.getName()).getFileName().toString());
            try (var in = jar.getInputStream(entry)) {
                Files.copy(in, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            paths.add(target.toString());
        }
    }
    return String.join(File.pathSeparator, paths);
}

String run(List<String> command) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PHATTHANA_HOME", WORK.resolve("home").toString());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
        throw new IllegalStateException(command + "\n" + output.substring(0, Math.min(4000, output.length())));
    }
    return output;
}

long number(String output, String pattern) {
    var found = Pattern.compile(pattern).matcher(output);
    if (!found.find()) {
        throw new IllegalStateException("No " + pattern + " in\n" + output.substring(0, Math.min(2000, output.length())));
    }
    return Long.parseLong(found.group(1));
}

long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
}
