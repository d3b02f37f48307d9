package org.phatthana.registers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.Registers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// What the pack knows of its registers is there from the first start, once.
@SpringBootTest
class PackEntriesTest {

    @Autowired
    Registers registers;

    @Autowired
    Entries entries;

    @Autowired
    PublicLog log;

    @Autowired
    PackEntries packEntries;

    @Test
    void theSchoolsOfThePackStandInTheirTambonAndComeOnce() {
        var schools = registers.find("schools").orElseThrow();
        var there = new ArrayList<Entry>();
        entries.each(schools, there::add);
        var ofThePack =
                there.stream().filter(entry -> entry.capacity().equals("pack")).toList();
        assertThat(ofThePack).hasSizeGreaterThan(400).allSatisfy(entry -> {
            assertThat(entry.place()).isPresent();
            assertThat(entry.sample()).isFalse();
            assertThat(entry.note()).isNotEmpty();
        });
        var size = log.size();
        packEntries.afterPropertiesSet();
        assertThat(log.size()).isEqualTo(size);
    }
}
