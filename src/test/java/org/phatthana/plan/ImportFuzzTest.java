package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.testing.PlanSheet;
import org.phatthana.testing.RawWorkbook;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Damages a workbook in every way that comes to mind, and expects an answer each time: stored whole or not at all.
/// `-Dfuzz.seed=N` repeats one case, `-Dfuzz.cases=N` tries more.
@SpringBootTest
@AutoConfigureMockMvc
class ImportFuzzTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 250);

    @TempDir
    Path folder;

    @Autowired
    PlanImporter importer;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noDamageCrashesTheImportOrStoresHalf() throws IOException {
        var whole = workbook();
        var one = Long.getLong("fuzz.seed");
        var stored = 0;
        for (var seed = one == null ? 1L : one; seed <= (one == null ? CASES : one); seed++) {
            var before = rows();
            ImportOutcome outcome;
            try {
                var file = Files.write(folder.resolve("fuzz.xlsx"), damaged(whole, new Random(seed)));
                outcome = importer.take(new ImportFile(file, "fuzz-" + seed + ".xlsx", Map.of(), "planner"));
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed, e);
            }
            switch (outcome) {
                case ImportOutcome.Refused refused -> {
                    assertThat(refused.errors()).as("seed %d", seed).isNotEmpty();
                    assertThat(rows()).as("seed %d stores nothing", seed).isEqualTo(before);
                }
                case ImportOutcome.Stored kept -> {
                    stored++;
                    checkWhole(kept, seed);
                }
            }
        }
        assertThat(stored).as("some damage is harmless").isPositive();
    }

    private void checkWhole(ImportOutcome.Stored kept, long seed) {
        var plan = plans.find(kept.subject().replace("/plan?plan=", "")).orElseThrow();
        var sums = plans.sums(ProjectQuery.all(plan.standing()));
        assertThat(sums.projects()).as("seed %d", seed).isEqualTo(kept.counts().get("projects"));
        assertThat(sums.money()).as("seed %d", seed).isEqualTo(kept.sums().get("total"));
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from plan.plan) + (select count(*) from plan.version)")
                .query(Long.class)
                .single();
    }

    private static byte[] damaged(byte[] whole, Random random) throws IOException {
        if (random.nextInt(8) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        if (random.nextInt(8) == 0) {
            var bytes = whole.clone();
            for (var i = 0; i < 1 + random.nextInt(40); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            return bytes;
        }
        var parts = parts(whole);
        var names = parts.keySet().stream().sorted().toList();
        for (var i = 0; i < 1 + random.nextInt(4); i++) {
            var name = names.get(random.nextInt(names.size()));
            var xml = new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
            parts.put(name, damaged(xml, random).getBytes(StandardCharsets.UTF_8));
        }
        if (random.nextInt(12) == 0) {
            parts.remove(names.get(random.nextInt(names.size())));
        }
        return RawWorkbook.zip(parts);
    }

    private static String damaged(String xml, Random random) {
        if (xml.isEmpty()) {
            return xml;
        }
        var at = random.nextInt(xml.length());
        var other = random.nextInt(xml.length());
        return switch (random.nextInt(11)) {
            case 0 -> xml.substring(0, at);
            case 1 -> xml.substring(0, Math.min(at, other)) + xml.substring(Math.max(at, other));
            case 2 -> xml.replaceFirst("<v>[^<]*</v>", "<v>" + pick(random) + "</v>");
            case 3 ->
                nth(
                        xml,
                        "<c r=\"[A-Z]+\\d+\"",
                        random,
                        "<c r=\"" + (char) ('A' + random.nextInt(26)) + random.nextInt(99) + "\"");
            case 4 -> nth(xml, "<row r=\"\\d+\">", random, "<row r=\"" + random.nextInt(2_000_000) + "\">");
            case 5 ->
                nth(
                        xml,
                        "t=\"inlineStr\"",
                        random,
                        new String[] {"t=\"s\"", "t=\"e\"", "t=\"b\"", "t=\"n\"", "t=\"d\"", ""}[random.nextInt(6)]);
            case 6 -> nth(xml, ">[^<>]+</t>", random, ">" + pick(random) + "</t>");
            case 7 -> nth(xml, "<c [^>]*><v>[^<]*</v></c>", random, "");
            case 8 -> nth(xml, "<row .*?</row>", random, "");
            case 9 -> nth(xml, "<v>[^<]*</v>", random, "<f>A1+" + pick(random) + "</f><v>" + pick(random) + "</v>");
            default -> xml.substring(0, at) + pick(random) + xml.substring(at);
        };
    }

    private static String nth(String xml, String pattern, Random random, String replacement) {
        var all =
                java.util.regex.Pattern.compile(pattern).matcher(xml).results().toList();
        if (all.isEmpty()) {
            return xml;
        }
        var chosen = all.get(random.nextInt(all.size()));
        return xml.substring(0, chosen.start()) + replacement + xml.substring(chosen.end());
    }

    private static String pick(Random random) {
        var oddities = new String[] {
            "",
            "-",
            "#REF!",
            "1e999999999",
            "-5",
            "99999999999999999999",
            "NaN",
            "โครงการ",
            "ที่",
            "2566",
            "รวม",
            "รวมงบประมาณ",
            "แผนงานการศึกษา",
            "\u0000",
            "]]>",
            "&lt;",
            "&bogus;",
            "๑๒๓",
            "0.001",
            "<",
            "\uD800",
            "ยุทธศาสตร์",
            "1,00",
            "(1)",
            "x".repeat(40_000)
        };
        return oddities[random.nextInt(oddities.length)];
    }

    private static Map<String, byte[]> parts(byte[] whole) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = new ByteArrayOutputStream();
                zip.transferTo(bytes);
                parts.put(entry.getName(), bytes.toByteArray());
            }
        }
        return parts;
    }

    private static byte[] workbook() {
        var rows = new Object[14][];
        rows[0] = new Object[] {"แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)"};
        rows[1] = new Object[] {"แผนงานการศึกษา"};
        rows[2] = PlanSheet.head();
        rows[3] = PlanSheet.years();
        for (var i = 4; i < 13; i++) {
            rows[i] = new Object[] {
                i - 3,
                "โครงการ " + i,
                "เพื่อ " + i,
                "ต.วังทอง " + i,
                i * 1000,
                " 500 ",
                " - ",
                0,
                "=1+1→2",
                "ร้อยละ",
                "ดี",
                "กองช่าง"
            };
        }
        rows[13] = new Object[] {"", "รวมงบประมาณ", "", "", 72000, 4500, 0, 0, 18};
        return new RawWorkbook().sheet("แผน 1", rows).sheet("แผน 2", rows).bytes();
    }

    @Test
    void theUndamagedWorkbookIsStoredWhole() throws IOException {
        var file = Files.write(folder.resolve("whole.xlsx"), workbook());
        var outcome = importer.take(new ImportFile(file, "whole.xlsx", Map.of("name", "ครบถ้วน"), "planner"));
        assertThat(outcome).isInstanceOf(ImportOutcome.Stored.class);
        assertThat(((ImportOutcome.Stored) outcome).sums().get("total"))
                .isEqualTo(Money.ofBaht(2 * (72_000 + 4_500 + 18)));
    }
}
