package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.proof.PublicLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// The days on which editions came into force, stated after their plan was taken in.
@SpringBootTest
class EditionDaysTest {

    @Autowired
    PlanImporter importer;

    @Autowired
    Plans plans;

    @Autowired
    Editions editions;

    @Autowired
    EditionDays days;

    @Autowired
    PublicLog log;

    @TempDir
    Path folder;

    @Test
    void daysThatWereEstimatedCanBeStatedLater() throws IOException {
        var file = Files.writeString(folder.resolve("plan.csv"), """
            name,objective,target,budget2566,department,planName,amendmentVersion,allAmendments
            ถนน %s,เพื่อ,ก,100,กองช่าง,แผนงานสาธารณสุข,แก้ไข 2/2567,แก้ไข 2/2567;เปลี่ยนแปลง 1/2566
            ท่อ,เพื่อ,ก,50,กองช่าง,แผนงานสาธารณสุข,เพิ่มเติม 1/2567,
            """.formatted(UUID.randomUUID()));
        var plan = plan(file, Map.of("announced", "2022-09-09"));
        var numbers = new TreeMap<String, Integer>();
        days.estimated(plan.id()).forEach(edition -> numbers.put(edition.title().thai(), edition.number()));
        var changed = numbers.getOrDefault("เปลี่ยนแปลง ครั้งที่ 1/2566", 0);
        var corrected = numbers.getOrDefault("แก้ไข ครั้งที่ 2/2567", 0);
        var added = numbers.getOrDefault("เพิ่มเติม ครั้งที่ 1/2567", 0);
        var size = log.size();
        assertThat(days.state(
                        plan.id(),
                        Map.of(
                                changed, LocalDate.of(2024, 9, 1),
                                corrected, LocalDate.of(2024, 8, 1),
                                added, LocalDate.of(2022, 9, 8)),
                        "planner"))
                .as("an edition goes on from an earlier one, and all from the plan")
                .containsOnlyKeys(corrected, added);
        assertThat(days.state(plan.id(), Map.of(added, LocalDate.of(2999, 1, 1)), "planner"))
                .containsOnlyKeys(added);
        assertThat(days.estimated(plan.id())).as("all or none").hasSize(3);
        assertThat(log.size()).isEqualTo(size);
        assertThat(days.state(
                        plan.id(),
                        Map.of(changed, LocalDate.of(2023, 5, 1), added, LocalDate.of(2024, 2, 29)),
                        "planner"))
                .isEmpty();
        assertThat(days.estimated(plan.id())).extracting(Edition::number).containsExactly(corrected);
        assertThat(plans.find(plan.id(), LocalDate.of(2024, 2, 28))
                        .orElseThrow()
                        .projects())
                .isEqualTo(1);
        assertThat(plans.find(plan.id(), LocalDate.of(2024, 2, 29))
                        .orElseThrow()
                        .projects())
                .isEqualTo(2);
        assertThat(log.newest(Long.MAX_VALUE, 2))
                .extracting(entry -> entry.kind())
                .containsOnly("plan.edition-dated");
        assertThat(days.state(plan.id(), Map.of(added, LocalDate.of(2024, 3, 1)), "planner"))
                .as("what is known is not stated again")
                .isEmpty();
        assertThat(editions.find(plan.id(), added).orElseThrow().day()).contains(LocalDate.of(2024, 2, 29));
    }

    @Test
    void aPlanWithoutEditionsCountsFromNowUntilItsDayIsStated() throws IOException {
        var file = Files.writeString(folder.resolve("alone.csv"), """
            name,objective,target,budget2566,department,planName
            ถนน %s,เพื่อ,ก,100,กองช่าง,แผนงานสาธารณสุข
            """.formatted(UUID.randomUUID()));
        var plan = plan(file, Map.of());
        assertThat(days.estimated(plan.id())).extracting(Edition::number).containsExactly(0);
        assertThat(plans.find(plan.id(), LocalDate.of(2024, 1, 1))).isEmpty();
        assertThat(days.state(plan.id(), Map.of(0, LocalDate.of(2021, 6, 15)), "planner"))
                .isEmpty();
        assertThat(days.estimated(plan.id())).isEmpty();
        assertThat(plans.find(plan.id(), LocalDate.of(2021, 6, 14))).isEmpty();
        assertThat(plans.find(plan.id(), LocalDate.of(2021, 6, 15))).isPresent();
    }

    private PlanOverview plan(Path file, Map<String, String> options) {
        var outcome = importer.take(new ImportFile(file, String.valueOf(file.getFileName()), options, "planner"));
        assertThat(outcome).isInstanceOf(ImportOutcome.Stored.class);
        return plans.find(((ImportOutcome.Stored) outcome).subject().replace("/plan?plan=", ""))
                .orElseThrow();
    }
}
