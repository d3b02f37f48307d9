package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a planner sees of editions, equipment and files of single editions before they are taken in.
@SpringBootTest
@AutoConfigureMockMvc
class ReviewTest {

    private static final String HEAD =
            "name,objective,target,budget2581,budget2582,department,planName,form,amendmentVersion,allAmendments\n";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Plans plans;

    @Autowired
    Editions editions;

    @Autowired
    Drafts drafts;

    private final String planner = "p-" + UUID.randomUUID();

    @Test
    void editionsAndTheirDaysAreShownCorrectedAndThenStored() {
        var review = handIn(HEAD
                + "ถนน %s,เพื่อ,ก,100,,ช่าง,สาธารณสุข,ผ.02/1,แก้ไข 2/2568,แก้ไข 2/2568;เปลี่ยนแปลง 1/2568\n"
                        .formatted(planner)
                + "เรือ,เพื่อ,1 ลำ,,700,ช่าง,สาธารณสุข,ผ.03,original,\n");
        assertThat(browser.get().uri(review).with(user(planner).roles("PLANNER")))
                .hasStatusOk()
                .bodyText()
                .contains("แก้ไข ครั้งที่ 2/2568", "ประมาณ", "ครุภัณฑ์ (ผ.03)", "ผ.02/1", "edition-changed-1-2568");
        var wrong = post(review + "/accept", "edition-changed-1-2568", "2099-01-01");
        assertThat(location(wrong)).as("a wrong day stores nothing").isEqualTo(review);
        assertThat(browser.get().uri("/en" + review).with(user(planner).roles("PLANNER")))
                .bodyText()
                .contains("still to come", "error-summary");
        post(review + "/mapping", "announced", "2024-10-01");
        var accepted = location(post(review + "/accept", "edition-changed-1-2568", "2025-02-03"));
        var plan = plans.find(accepted.replace("/plan?plan=", "")).orElseThrow();
        assertThat(editions.of(plan.id()).stream().map(Edition::estimated)).containsExactly(false, false, true);
        assertThat(browser.get().uri("/plan/summary?plan=" + plan.id()))
                .bodyText()
                .contains("รวมโครงการ (ผ.02)", "ครุภัณฑ์ (ผ.03)", "รวมโครงการและครุภัณฑ์");
        assertThat(browser.get().uri("/plan?plan=" + plan.id()))
                .bodyText()
                .contains("แผนมีครุภัณฑ์ (ผ.03) อีก 1 รายการ");
        assertThat(browser.get().uri("/api/v1/plans"))
                .bodyText()
                .contains("\"equipmentTotal\":\"700.00\"", "\"total\":\"100.00\"");
        intoThePlan(plan);
    }

    /// Equipment in a file of its own is taken for a part of the plan of its years.
    private void intoThePlan(PlanOverview plan) {
        var review = handIn("ที่,แผนงาน,หมวด,ประเภท,เป้าหมาย,ปี 2581,ปี 2582,หน่วยงาน\n"
                + "1,สาธารณสุข,ค่าครุภัณฑ์,ครุภัณฑ์สำนักงาน,โต๊ะ,5,5,ช่าง " + planner + "\n");
        assertThat(browser.get().uri(review).with(user(planner).roles("PLANNER")))
                .bodyText()
                .contains("ฉบับเพิ่มเติมครั้งถัดไป", "value=\"" + plan.id() + "\"");
        var accepted = location(post(review + "/accept", "into", plan.id()));
        assertThat(accepted).isEqualTo("/plan/work/" + plan.id() + "/3");
        assertThat(drafts.of(plan.id(), 3))
                .singleElement()
                .satisfies(draft -> assertThat(draft.content().kind()).isEqualTo("ครุภัณฑ์สำนักงาน"));
    }

    private String handIn(String csv) {
        return location(browser.post()
                .uri("/plan/imports")
                .multipart()
                .file(new MockMultipartFile("file", "plan.csv", null, csv.getBytes(StandardCharsets.UTF_8)))
                .with(user(planner).roles("PLANNER"))
                .with(formToken())
                .exchange());
    }

    private MvcTestResult post(String address, String name, String value) {
        return browser.post()
                .uri(address)
                .param(name, value)
                .with(user(planner).roles("PLANNER"))
                .with(formToken())
                .exchange();
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Location"), "no Location")
                .split("#")[0];
    }
}
