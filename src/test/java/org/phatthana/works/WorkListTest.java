package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The list of works: what its filters find, and that it adds up.
class WorkListTest extends FundedProjectTest {

    @Test
    void theListFindsAndAddsUp() {
        var first = owner.open("400000");
        var second = owner.open("300000");
        owner.award(first, "390000");
        owner.tell(first, "contract", "number", "12/2534", "price", "390000", "begins", DAY, "ends", "1991-02-28");
        assertThat(browser.get().uri("/works?year=2534"))
                .hasStatusOk()
                .bodyText()
                .contains(first, second, "700,000", "2 งาน");
        assertThat(browser.get().uri("/works?year=2534&concern=late"))
                .bodyText()
                .contains(first, "ล่าช้า")
                .doesNotContain(second);
        assertThat(browser.get().uri("/works?year=2534&state=procuring&department=กองช่าง&amphoe=6501&mission=M6"))
                .bodyText()
                .contains(second)
                .doesNotContain(first);
        assertThat(browser.get().uri("/works?year=2534&amphoe=6502")).bodyText().contains("ไม่มีงานที่ตรง");
        assertThat(browser.get().uri("/works.csv?year=2534&state=working"))
                .hasStatusOk()
                .bodyText()
                .contains("work,project,fiscal_year", first, "390000.00", "true")
                .doesNotContain(second);
        jdbc.sql("update people.account set enabled = false where id = :id")
                .param("id", officer.id())
                .update();
        assertThat(browser.get().uri("/works?year=2534&concern=unowned"))
                .bodyText()
                .contains(first, second);
    }

    @Test
    void programsReadWorksPageByPage() {
        var first = owner.open("400000");
        owner.award(first, "390000");
        owner.open("300000");
        var page = browser.get().uri("/api/v1/works?year=2534&limit=1").exchange();
        assertThat(page)
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache")
                .bodyJson()
                .extractingPath("$.items[0].state")
                .isEqualTo("procuring");
        assertThat(page.getResponse().getHeader("ETag")).isNotEmpty();
        assertThat(page).bodyJson().extractingPath("$.next").isNotNull();
        var next = JsonPath.<String>read(text(page), "$.next");
        assertThat(browser.get().uri("/api/v1/works?year=2534&limit=1&cursor=" + next))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo(first);
        var one = browser.get().uri("/api/v1/works/" + first).exchange();
        assertThat(one).bodyJson().extractingPath("$.work.amount").isEqualTo("400000.00");
        assertThat(one).bodyJson().extractingPath("$.bids[0].chosen").isEqualTo(true);
        assertThat(one).bodyJson().extractingPath("$.facts[0].content.request").isEqualTo("พล 51002/1");
        assertThat(browser.get().uri("/api/v1/works/nothing")).hasStatus(404);
        assertThat(browser.get().uri("/api/v1/works?state=strange")).hasStatus(400);
        assertThat(browser.get().uri("/api/v1/works?limit=0")).hasStatus(400);
        assertThat(browser.get().uri("/api/openapi.json")).bodyText().contains("/api/v1/works/{id}");
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
