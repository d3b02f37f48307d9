package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.stored;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.Imports;
import org.phatthana.people.Role;
import org.phatthana.people.accounts.Tokens;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.FormToken;
import org.phatthana.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Figures go out as files and come in again, on pages and by programs.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class FigureExportTest {

    private static final String MIDDLE = FigureOffice.MIDDLE;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Observations observations;

    @Autowired
    ObservationRecording recording;

    @Autowired
    EntryRecording entries;

    @Autowired
    Registers registers;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester browser;

    @Test
    void whatGoesOutComesInAgainAndChangesNothing() throws Exception {
        var well = office().well("=บ่อ \"ไปกลับ\", 1", "R-1");
        var draft = new ObservationDraft(
                "well-level",
                well,
                LocalDate.of(1972, 1, 1),
                Optional.of(new BigDecimal("-1.07")),
                Optional.empty(),
                "=จดด้วยมือ,\nสองบรรทัด",
                Flag.ESTIMATED,
                "-",
                OptionalLong.empty());
        recording.record(
                List.of(
                        draft,
                        ObservationDraft.of("well-level", well, LocalDate.of(1972, 2, 1), new BigDecimal("90")),
                        ObservationDraft.of("patients", MIDDLE, LocalDate.of(1974, 10, 1), new BigDecimal("1234"))),
                FigureOffice.BY);
        var newest = observations.newest();
        var officer = new Accounts(jdbc).add("figures", Role.OFFICER);
        for (var series : List.of("well-level", "patients")) {
            for (var format : List.of("csv", "xlsx")) {
                var answer = new SignedIn(browser).get("/observations/" + series + "/figures." + format, officer);
                assertThat(answer).hasStatusOk();
                var file = Files.write(
                        folder.resolve("any." + format), answer.getResponse().getContentAsByteArray());
                var outcome = stored(imports.take("observations", FigureOffice.given(file, "any." + format, Map.of()))
                        .orElseThrow());
                assertThat(outcome.counts())
                        .as(series + format)
                        .containsEntry("recorded", 0L)
                        .containsEntry("changed", 0L);
                assertThat(outcome.counts().getOrDefault("unchanged", 0L)).isPositive();
                assertThat(keys(outcome.notes())).doesNotContain("exchange.columns.unknown");
            }
        }
        assertThat(observations.newest()).isEqualTo(newest);
    }

    @Test
    void figuresOfPeopleGoToTheStaffAlone() throws Exception {
        stored(office().csv("patients.csv", "subject,period,value\n910102,2520,4321\n"));
        var visitor = browser.get().uri("/observations/patients/figures.csv").exchange();
        assertThat(visitor).hasStatus(403);
        assertThat(visitor.getResponse().getContentAsString()).doesNotContain("4321");
        assertThat(new SignedIn(browser)
                        .get("/observations/patients/figures.csv", new Accounts(jdbc).add("figures", Role.OFFICER)))
                .hasStatusOk()
                .bodyText()
                .contains("patients,910102,", ",2520,4321,");
        assertThat(browser.get().uri("/observations/rain/figures.csv")).hasStatusOk();
        assertThat(browser.get().uri("/observations/snow/figures.csv")).hasStatus(404);
    }

    @Test
    void programsHandFilesInAndAreToldInTheirLanguage() throws Exception {
        var token = tokens.make(Role.OFFICER, "figures " + UUID.randomUUID(), 1);
        var bad = new MockMultipartFile(
                "file",
                "rain.csv",
                "text/csv",
                "subject,period,value\n910102,1972-01-01,x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(browser.post()
                        .uri("/api/v1/imports/observations")
                        .multipart()
                        .file(bad)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("“x” is not a number", "\"row\":2", "\"column\":\"C\"", "\"field\":\"value\"");
        assertThat(browser.post()
                        .uri("/api/v1/imports/observations")
                        .multipart()
                        .file(bad)
                        .header("Authorization", "Bearer " + tokens.make(Role.PLANNER, "p " + UUID.randomUUID(), 1))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void aColumnForEachPeriodCanBeLeftOutOnThePageThatShowsWhatWouldBecomeOfTheFile() throws Exception {
        var officer = new Accounts(jdbc).add("figures", Role.OFFICER);
        var signedIn = new SignedIn(browser);
        var file = new MockMultipartFile(
                "file",
                "patients.csv",
                "text/csv",
                "รหัสตำบล,2530,2531\n910201,11,12\n".getBytes(StandardCharsets.UTF_8));
        var tried = SignedIn.location(browser.post()
                .uri("/imports/observations")
                .multipart()
                .file(file)
                .with(SignedIn.as(officer))
                .with(FormToken.formToken())
                .exchange());
        assertThat(signedIn.get(tried, officer))
                .hasStatusOk()
                .bodyText()
                .contains("<option value=\"2530\" selected>ปีงบประมาณ 2530", "<option value=\"2531\" selected>");
        var again = SignedIn.location(signedIn.post(
                tried + "/columns",
                officer,
                "heading",
                "1",
                "column-0",
                "subject",
                "column-1",
                "2530",
                "column-2",
                ""));
        assertThat(signedIn.get(again, officer))
                .hasStatusOk()
                .bodyText()
                .contains("<option value=\"2530\" selected>", "<option value=\"2531\">");
        var stored = signedIn.post(again + "/accept", officer);
        assertThat(SignedIn.location(stored)).endsWith("/observations/patients");
        assertThat(office().value("patients", "910201", 1986, 10, 1)).isEqualTo("11");
        assertThat(office().standing("patients", "910201", 1987, 10, 1)).isEmpty();
    }

    private FigureOffice office() {
        return new FigureOffice(folder, imports, entries, registers, observations);
    }
}
