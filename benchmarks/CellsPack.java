import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/// The pack of a benchmark: Phitsanulok's, with a goal that daily series of its schools measure.
final class CellsPack {

    private CellsPack() {}

    /// Writes it.
    ///
    /// @param program the jar that has Phitsanulok's pack in it
    /// @param pack the folder of the new one
    /// @param series how many there are to be, each with an indicator
    /// @param goal the id of the one that they measure, of which Phitsanulok has no indicator yet
    static void write(Path program, Path pack, int series, String goal) throws IOException {
        try (var jar = new ZipFile(program.toFile())) {
            for (var entry : jar.stream().filter(one -> one.getName().startsWith("packs/phitsanulok/") && !one.isDirectory()).toList()) {
                var file = pack.resolve(entry.getName().substring("packs/phitsanulok/".length()));
                Files.createDirectories(file.getParent());
                try (var in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        var observations = pack.resolve("observations");
        if (Files.exists(observations)) {
            for (var file : Files.list(observations).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(observations);
        var indicators = new StringBuilder();
        for (var i = 1; i <= series; i++) {
            Files.writeString(observations.resolve("b%02d.yaml".formatted(i)), """
                code: b%02d
                title: { th: ชุดทดสอบ %d, en: Benchmark %d }
                description: { th: ชุดทดสอบ, en: For the benchmark }
                decimals: 1
                of: schools
                every: day
                kind: count
                least: 0
                most: 100
                source: { th: ข้อมูลสังเคราะห์, en: Synthetic }
                keeper: { th: ทดสอบ, en: Benchmark }
                goals: [%s]
                """.formatted(i, i, i, goal));
            indicators.append("""
                - code: %s-%02d
                  name: { th: ตัวชี้วัดทดสอบ %d, en: Benchmark %d }
                  definition: { th: ค่าเฉลี่ย, en: Mean }
                  goal: %s
                  numerator: "sum(b%02d: value)"
                  denominator: "count(b%02d)"
                  unit: { th: หน่วย, en: units }
                  direction: more
                  source: { th: ข้อมูลสังเคราะห์, en: Synthetic }
                  standard: { value: 50, source: { th: ทดสอบ, en: Benchmark } }
                  frequency: year
                  owner: { th: ทดสอบ, en: Benchmark }
                """.formatted(goal, i, i, i, goal, i, i));
        }
        Files.writeString(pack.resolve("indicators/benchmark.yaml"), indicators);
    }
}
