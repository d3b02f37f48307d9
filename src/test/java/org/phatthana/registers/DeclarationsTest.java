package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.phatthana.packs.Pack;
import org.phatthana.registers.declared.Declarations;

/// What packs declare of registers, and what is said of packs that declare nonsense.
class DeclarationsTest {

    @Test
    void aPackDeclaresARegisterByAFileAlone() {
        var wells = new Declarations(new Pack("tiny")).registers(_ -> true).getFirst();
        assertThat(wells.code()).isEqualTo("wells");
        assertThat(wells.geometry()).isEqualTo(GeometryKind.POINT);
        var depth = wells.field("depth").orElseThrow();
        assertThat(depth.unit().orElseThrow().symbol().thai()).isEqualTo("ม.");
        assertThat(depth.most()).hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo("500"));
        assertThat(wells.publicFields())
                .extracting(Field::code)
                .contains("name")
                .doesNotContain("fault", "caretaker");
        assertThat(wells.filters()).extracting(Field::code).containsExactly("kind", "uses", "works");
        assertThat(wells.field("uses").orElseThrow().codes().orElseThrow().ordered())
                .isTrue();
    }

    @Test
    void aPackWithoutRegistersHasNone() {
        assertThat(new Declarations(new Pack("unsound")).registers(_ -> true)).isEmpty();
    }

    @Test
    void everyFaultIsToldWithItsFileAndPlace() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Declarations(new Pack("odd-registers")).registers(_ -> false))
                .satisfies(thrown -> assertThat(
                                Objects.requireNonNull(thrown.getMessage()).lines())
                        .allMatch(line -> line.startsWith("packs/odd-registers/"))
                        .anyMatch(
                                line -> line.contains("code-lists.yaml: [0].values[1].code: «one» stands there twice"))
                        .anyMatch(line -> line.contains(
                                "code-lists.yaml: [0].combinations.ทั้งสอง: the list has no code «three»"))
                        .anyMatch(line -> line.contains("registers/shape.yaml: title: ") && line.contains("'th'"))
                        .anyMatch(line -> line.contains("registers/shape.yaml: geometry: "))
                        .anyMatch(line -> line.contains("registers/shape.yaml: ") && line.contains("'surprise'"))
                        .anyMatch(line -> line.contains("registers/shape.yaml: fields[0].code: "))
                        .anyMatch(line -> line.contains("registers/shape.yaml: fields[0].type: "))
                        .contains(
                                "packs/odd-registers/registers/sense.yaml: fields[1].code: the field «name» stands"
                                        + " there twice",
                                "packs/odd-registers/registers/sense.yaml: fields[1].codes: code-lists.yaml has no"
                                        + " list «nowhere»",
                                "packs/odd-registers/registers/sense.yaml: fields[2].unit: there is no unit «cubit»",
                                "packs/odd-registers/registers/sense.yaml: fields[2].least: is more than `most`",
                                "packs/odd-registers/registers/sense.yaml: fields[3].codes: a field of codes names its"
                                        + " list",
                                "packs/odd-registers/registers/sense.yaml: fields[4].unit: only a number has a unit",
                                "packs/odd-registers/registers/sense.yaml: name: there is no field «title»",
                                "packs/odd-registers/registers/sense.yaml: key: the field «secret» is no public text",
                                "packs/odd-registers/registers/sense.yaml: goals[0]: the strategy has no goal «G99»"));
    }
}
