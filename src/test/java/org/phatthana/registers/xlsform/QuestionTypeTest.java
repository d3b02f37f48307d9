package org.phatthana.registers.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.GeometryKind;

/// The words under `type`, in the spellings that forms have.
class QuestionTypeTest {

    @ParameterizedTest
    @CsvSource({
        "select_one well_kind,CODE,well_kind,false",
        "select one well_kind,CODE,well_kind,false",
        "select one from well_kind,CODE,well_kind,false",
        "SELECT_ONE Kind,CODE,Kind,false",
        "select1 kind,CODE,kind,false",
        "select_multiple uses,CODES,uses,false",
        "select all that apply from uses,CODES,uses,false",
        "select_one kind or_other,CODE,kind,true",
        "select_one kind or other,CODE,kind,true",
        "select_one,CODE,'',false"
    })
    void choicesNameTheirList(String written, FieldType field, String list, boolean hasOther) {
        assertThat(QuestionType.of(written)).isEqualTo(new QuestionType.Choice(field, list, hasOther));
    }

    @ParameterizedTest
    @CsvSource({"geopoint,POINT", "gps,POINT", "geotrace,LINE", "geoshape,AREA"})
    void positionsAreShapes(String written, GeometryKind kind) {
        assertThat(QuestionType.of(written)).isEqualTo(new QuestionType.Position(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "begin group,true,false",
        "begin_group,true,false",
        "begin_repeat,true,true",
        "end group,false,false",
        "end_repeat,false,true"
    })
    void groupsBeginAndEnd(String written, boolean begins, boolean repeats) {
        assertThat(QuestionType.of(written))
                .isEqualTo(begins ? new QuestionType.Begin(repeats) : new QuestionType.End(repeats));
    }

    @ParameterizedTest
    @CsvSource({
        "image,photograph",
        "audio,media",
        "note,note",
        "rank kinds,rank",
        "select_one_from_file villages.csv,outside",
        "select_one_external villages,outside",
        "start,sending",
        "deviceid,sending"
    })
    void whatARegisterHasNoPlaceForIsKnown(String written, String why) {
        assertThat(QuestionType.of(written)).isEqualTo(new QuestionType.Left(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "selectone x", "begin", "integer number", "group"})
    void whatNoFormHasIsUnknown(String written) {
        assertThat(QuestionType.of(written)).isEqualTo(new QuestionType.Unknown());
    }

    @Test
    void namesAreAlwaysTheSameCodeAndNeverOneThatIsTaken() {
        assertThat(Codes.ofFields().next("Well.Name", false)).isEqualTo("well_name");
        assertThat(Codes.ofFields().next("_001", false)).isEqualTo("q_001");
        assertThat(Codes.ofFields().next("place", false)).isEqualTo("q_place");
        assertThat(Codes.ofFields().next("ชื่อบ่อ", false))
                .matches("q_[0-9a-f]{8}")
                .isEqualTo(Codes.ofFields().next("ชื่อบ่อ", false));
        assertThat(Codes.ofFields().next("x".repeat(60), false)).hasSizeLessThanOrEqualTo(40);
        var codes = Codes.ofLists();
        assertThat(codes.next("Yes", true)).isEqualTo("yes");
        assertThat(codes.next("yes", true)).startsWith("yes-").isNotEqualTo("yes");
        assertThat(codes.next("1", true)).isEqualTo("1");
    }
}
