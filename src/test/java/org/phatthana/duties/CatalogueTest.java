package org.phatthana.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.phatthana.packs.Pack;

class CatalogueTest {

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsNameAndLine() {
        var pack = new Pack("unsound");
        assertThatThrownBy(() -> pack.find("duties.yaml", Catalogue.File.class))
                .hasMessageContaining("packs/unsound/duties.yaml")
                .hasMessageContaining("yearly is a month and a day such as 12-31, not «13-31»")
                .hasMessageContaining("line: 7");
    }

    @Test
    void aDutyThatStandsThereTwiceOrIsOwedByNobodyIsRefused() {
        var file = new Pack("tiny").read("duties.yaml", Catalogue.File.class);
        assertThatCode(() -> Catalogue.check(file, Set.of("board"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Catalogue.check(file, Set.of("another")))
                .hasMessageContaining("duty report is owed by board");
        var twice = new Catalogue.File(
                List.of(file.duties().getFirst(), file.duties().getFirst()), "");
        assertThatThrownBy(() -> Catalogue.check(twice, Set.of("board")))
                .hasMessageContaining("report stands there twice");
    }

    @Test
    void theDutiesOfThePackSayTheirLawAndWhatWaitsForAnOfficial() {
        var file = new Pack("phitsanulok").read("duties.yaml", Catalogue.File.class);
        assertThat(file.duties()).extracting(Duty::id).contains("ordinance", "plan", "operation-plan", "evaluation");
        assertThat(file.duties()).allSatisfy(duty -> {
            assertThat(duty.basis().texts()).containsKeys("th", "en");
            assertThat(duty.toVerify()).isTrue();
        });
    }
}
