package org.phatthana.registers.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.phatthana.testing.FormToken.formToken;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.registers.Condition;
import org.phatthana.registers.Condition.Compared;
import org.phatthana.registers.Condition.Sign;
import org.phatthana.registers.Entries;
import org.phatthana.registers.EntryQuery;
import org.phatthana.registers.Field;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A form keeps its skip logic, its cascades and what it holds beforehand, whichever way answers come in.
@SpringBootTest
@AutoConfigureMockMvc
class SkipLogicTest {

    private static final Condition ELDERS = new Compared("has_elder", Sign.EQUAL, "yes");

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Registers registers;

    @Autowired
    Entries entries;

    @Autowired
    Texts texts;

    @Autowired
    MockMvcTester browser;

    private final Acting officer = new Acting(UUID.randomUUID(), false, "ผู้สำรวจ", Set.of(Role.OFFICER), false);

    @Test
    void conditionsOfQuestionsAndGroupsBecomeConditionsOfFields() throws IOException {
        var register = register("skip_read");
        assertThat(onlyIf(register, "elders")).isEqualTo(ELDERS);
        assertThat(onlyIf(register, "help_more"))
                .isEqualTo(new Condition.All(List.of(ELDERS, new Condition.Has("help", "other"))));
        assertThat(onlyIf(register, "bedridden"))
                .isEqualTo(new Condition.All(List.of(
                        new Compared("elders", Sign.MORE, BigDecimal.ONE),
                        new Condition.Not(new Condition.Has("help", "none")))));
        assertThat(onlyIf(register, "why"))
                .isEqualTo(new Condition.Any(List.of(
                        new Compared("members", Sign.MORE, BigDecimal.TEN), new Condition.Filled("members", false))));
        assertThat(register.field("elders").orElseThrow().required()).isTrue();
        assertThat(register.field("odd").orElseThrow().required()).isFalse();
        var tambon = register.field("q_tambon").orElseThrow();
        assertThat(tambon.under()).contains("q_amphoe");
        assertThat(tambon.codes().orElseThrow().find("chaiyanam").orElseThrow().under())
                .contains("wangthong");
        assertThat(register.field("visited").orElseThrow().preset()).contains("today");
        assertThat(register.field("members").orElseThrow().preset()).contains("4");
        assertThat(register.field("has_elder").orElseThrow().preset()).contains("no");
    }

    @Test
    void whatARegisterCannotJudgeIsToldAtItsCell() throws IOException {
        var survey = HouseholdForm.survey() + """
            text|by|ผู้ให้ข้อมูล|Informant||string-length(${odd}) > 0|||||personal
            text|open|ข้อมูลเปิด|Open||${by} != ''|||||public
            select_one tambon|other_tambon|ตำบลอื่น|Another tambon|||amphoe = ${amphoe} or name = 'x'||||public
            integer|sum|ผลรวม|Sum||||${members} + 1||public
            """;
        var outcome = stored(take(HouseholdForm.of("skip_told", survey)));
        assertThat(outcome.notes())
                .filteredOn(note -> note.message().key().contains(".left."))
                .extracting(
                        CellNote::row,
                        CellNote::column,
                        note -> note.message().key().replace("registers.xlsform.left.", ""))
                .contains(
                        tuple(17, "F", "relevant"),
                        tuple(17, "E", "sometimes"),
                        tuple(19, "F", "closed"),
                        tuple(20, "G", "filter"),
                        tuple(21, "H", "default"))
                .doesNotContain(tuple(1, "E", "column"));
    }

    @Test
    void whatDependsOnItselfIsRefusedAtItsCell() throws IOException {
        assertThat(refused(take(Forms.survey("""
            type|name|label|relevant
            text|a|ก
            text|b|ข|${c} != ''
            text|c|ค|${b} = 'x'
            """)))).singleElement().satisfies(note -> {
            assertThat(note.message().key()).isEqualTo("registers.xlsform.wrong.circle");
            assertThat(note.row()).isEqualTo(3);
            assertThat(note.column()).isEqualTo("D");
        });
    }

    @Test
    void aFormThatGoesOutMakesTheSameRegisterAgain() throws IOException {
        var register = register("skip_again");
        var out = new ByteArrayOutputStream();
        new FormWriting(register, texts).writeTo(out);
        stored(take(out.toByteArray()));
        var again = registers.find("skip-again").orElseThrow();
        for (var field : register.fields()) {
            var other = again.field(field.code()).orElseThrow();
            assertThat(other.onlyIf()).as(field.code()).isEqualTo(field.onlyIf());
            assertThat(other.under()).as(field.code()).isEqualTo(field.under());
            assertThat(other.preset()).as(field.code()).isEqualTo(field.preset());
        }
        assertThat(again.field("q_tambon")
                        .flatMap(Field::codes)
                        .orElseThrow()
                        .find("aranyik")
                        .orElseThrow()
                        .under())
                .contains("mueang");
    }

    @Test
    void aFileIsHeldToTheConditionsAndToTheCascade() throws IOException {
        register("skip_file");
        var head = "house,visited,amphoe,tambon,members,has_elder,elders,help\n";
        assertThat(keys(refused(file("skip_file", head + "ก,2026-10-01,mueang,aranyik,3,yes,,\n"))))
                .containsExactly("registers.fault.required", "registers.fault.required");
        assertThat(refused(file("skip_file", head + "ก,2026-10-01,mueang,chaiyanam,3,no,2,\n")))
                .extracting(CellNote::column, note -> note.message().key())
                .containsExactlyInAnyOrder(
                        tuple("D", "registers.fault.not-under"), tuple("G", "registers.fault.not-asked"));
        stored(file(
                "skip_file",
                head + "ก,2026-10-01,mueang,aranyik,3,no,,\nข,2026-10-01,wangthong,chaiyanam,3,yes,2,care food\n"));
    }

    @Test
    void aFormAtADeskSaysWhenAFieldIsAskedAndHoldsWhatThereIsBeforehand() throws Exception {
        register("skip_desk");
        assertThat(browser.get().uri("/registers/skip-desk/new").with(asOfficer()))
                .bodyText()
                .contains("กรอกเฉพาะเมื่อ “มีผู้สูงอายุหรือไม่” คือ “มี”", "ตัวเลือกขึ้นกับ “อำเภอ”")
                .containsPattern("name=\"members\"[^>]* value=\"4\"")
                .containsPattern("name=\"visited\"[^>]* value=\"20");
        assertThat(record("skip-desk", "elders", "2")).hasStatus(422).bodyText().contains("ช่องนี้กรอกเฉพาะเมื่อ");
        assertThat(record("skip-desk", "has_elder", "yes"))
                .hasStatus(422)
                .bodyText()
                .contains("ต้องกรอก");
        assertThat(record("skip-desk", "house", "บ้านใหม่")).hasStatus3xxRedirection();
        var entry = entries.page(registers.find("skip-desk").orElseThrow(), EntryQuery.first(5))
                .entries()
                .getFirst();
        assertThat(browser.get().uri(entry.address()))
                .bodyText()
                .contains("มีผู้สูงอายุหรือไม่")
                .doesNotContain("ผู้สูงอายุกี่คน");
    }

    @Test
    void aNewConditionLeavesWhatIsRecordedWhereEveryoneSeesIt() throws Exception {
        register("skip_changed");
        stored(file(
                "skip_changed", "house,visited,amphoe,tambon,members,has_elder\nค,2026-10-01,mueang,aranyik,3,no\n"));
        var changed = HouseholdForm.survey()
                .replace("จำนวนสมาชิก|Members|yes|", "จำนวนสมาชิก|Members|yes|${has_elder} = 'yes'");
        var outcome = stored(take(HouseholdForm.of("skip_changed", changed)));
        assertThat(outcome.notes())
                .filteredOn(note -> note.message().key().equals("registers.xlsform.note.asked-less"))
                .singleElement()
                .satisfies(note -> assertThat(note.column()).isEqualTo("F"));
        var entry = entries.page(registers.find("skip-changed").orElseThrow(), EntryQuery.first(5))
                .entries()
                .getFirst();
        assertThat(browser.get().uri(entry.address())).bodyText().contains("จำนวนสมาชิก");
    }

    private MvcTestResult record(String code, String field, String value) {
        var request = browser.post()
                .uri("/registers/" + code + "/new")
                .with(asOfficer())
                .with(formToken());
        var typed = new LinkedHashMap<>(Map.of(
                "house", "บ้านทดสอบ",
                "visited", "2026-10-01",
                "q_amphoe", "mueang",
                "q_tambon", "aranyik",
                "members", "3",
                "has_elder", "no",
                "holds_from", "2026-10-01"));
        typed.put(field, value);
        typed.forEach(request::param);
        return request.exchange();
    }

    private RequestPostProcessor asOfficer() {
        return authentication(new UsernamePasswordAuthenticationToken(
                officer, null, AuthorityUtils.createAuthorityList("ROLE_OFFICER")));
    }

    private static Condition onlyIf(Register register, String field) {
        return register.field(field).flatMap(Field::onlyIf).orElseThrow();
    }

    private Register register(String id) throws IOException {
        stored(take(HouseholdForm.of(id)));
        return registers.find(id.replace('_', '-')).orElseThrow();
    }

    private ImportOutcome take(Forms form) throws IOException {
        return take(form.bytes());
    }

    private ImportOutcome take(byte[] form) throws IOException {
        var file = Files.write(folder.resolve("form.xlsx"), form);
        return imports.take("xlsform", new ImportFile(file, "form.xlsx", Map.of(), "administrator"))
                .orElseThrow();
    }

    private ImportOutcome file(String id, String csv) throws IOException {
        var file = Files.writeString(folder.resolve("answers.csv"), csv);
        return imports.take(
                        "register-" + id.replace('_', '-'),
                        new ImportFile(file, "answers.csv", Map.of(), "administrator"))
                .orElseThrow();
    }
}
