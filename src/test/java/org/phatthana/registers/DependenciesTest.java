package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.packs.Pack;
import org.phatthana.registers.declared.Declarations;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What packs say of fields that depend on each other, and what is said of nonsense.
class DependenciesTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String LISTS = """
        - code: kinds
          title: { th: ชนิด, en: Kinds }
          values:
            - { code: pond, label: { th: สระ, en: Pond } }
            - { code: weir, label: { th: ฝาย, en: Weir } }
        - code: makes
          title: { th: แบบ, en: Makes }
          values:
            - { code: dug, label: { th: ขุด, en: Dug }, under: pond }
            - { code: stone, label: { th: หิน, en: Stone }, under: weir }
        """;
    private static final String REGISTER = """
        code: waters
        title: { th: แหล่งน้ำ, en: Waters }
        description: { th: แหล่งน้ำ, en: Waters }
        keeper: { th: กองช่าง, en: Works }
        source: { th: สำรวจ, en: Survey }
        geometry: none
        name: name
        fields:
          - { code: name, type: text, label: { th: ชื่อ, en: Name }, privacy: public, required: true }
          - { code: kind, type: code, codes: kinds, label: { th: ชนิด, en: Kind }, privacy: public, default: pond }
          - { code: make, type: code, codes: makes, label: { th: แบบ, en: Make }, privacy: public, under: kind }
          - { code: depth, type: number, label: { th: ลึก, en: Depth }, privacy: public, required: true, onlyIf: { field: kind, is: "=", value: pond } }
          - { code: owner, type: text, label: { th: เจ้าของ, en: Owner }, privacy: personal }
          - { code: seen, type: date, label: { th: วันที่, en: Seen }, privacy: public, default: today }
        """;

    @Test
    void aPackSaysWhenAFieldIsAskedUnderWhichCodesStandAndWhatIsThereBeforehand() {
        var register = register(REGISTER);
        assertThat(register.field("depth").orElseThrow().onlyIf())
                .contains(new Condition.Compared("kind", Condition.Sign.EQUAL, "pond"));
        assertThat(register.field("make").orElseThrow().under()).contains("kind");
        assertThat(register.field("make")
                        .orElseThrow()
                        .codes()
                        .orElseThrow()
                        .find("stone")
                        .orElseThrow()
                        .under())
                .contains("weir");
        assertThat(register.field("seen").orElseThrow().preset()).contains("today");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        field: kind, is: "=", value: pond|field: gone, is: "=", value: pond|there is no field «gone»
        field: kind, is: "=", value: pond|field: kind, is: "=", value: lake|«kind» cannot be compared by = with «lake»
        field: kind, is: "=", value: pond|field: kind, is: "<", value: pond|«kind» cannot be compared by < with «pond»
        field: kind, is: "=", value: pond|field: kind, has: pond|«kind» has no several codes; compare it
        field: kind, is: "=", value: pond|field: seen, is: "=", value: 5|«seen» cannot be compared by = with «5»
        field: kind, is: "=", value: pond|field: depth, filled: true|whether «depth» is asked depends on itself
        field: kind, is: "=", value: pond|field: owner, filled: true|depends on «owner», which fewer people may read
        field: kind, is: "=", value: pond|field: kind, is: like, value: pond|fields[3].onlyIf
        default: today|default: tomorrow|the field cannot hold «tomorrow»
        default: pond|default: lake|the field cannot hold «lake»
        under: kind|under: name|«name» is no field of one code
        privacy: public, required: true }|privacy: public, required: true, onlyIf: { field: kind, filled: true } }|so it is always asked
        """)
    void nonsenseIsToldWithItsPlace(String instead, String of, String told) {
        assertThatIllegalStateException()
                .isThrownBy(() -> register(REGISTER.replaceFirst(java.util.regex.Pattern.quote(instead), of)))
                .satisfies(thrown ->
                        assertThat(Objects.requireNonNull(thrown.getMessage())).contains(told));
    }

    @Test
    void aCircleOverSeveralFieldsIsFound() {
        var first = REGISTER.replace(
                "privacy: public, default: today", "privacy: public, onlyIf: { field: depth, filled: true }");
        assertThatNoException().isThrownBy(() -> register(first));
        var circle = first.replace("field: kind, is: \"=\", value: pond", "field: seen, filled: false");
        assertThatIllegalStateException().isThrownBy(() -> register(circle)).withMessageContaining("depends on itself");
    }

    @Test
    void listsStandUnderCodesThatAreThere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Declarations(new Pack("tiny"))
                        .register(
                                YAML.readTree(REGISTER),
                                YAML.readTree(LISTS.replace("under: weir", "under: dam")),
                                _ -> true))
                .withMessageContaining("the list of «kind» has no code «dam»");
    }

    private static Register register(String yaml) {
        return new Declarations(new Pack("tiny")).register(YAML.readTree(yaml), YAML.readTree(LISTS), _ -> true);
    }
}
