package org.phatthana.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnbrokenTest {

    @ParameterizedTest
    @CsvSource({
        "แยกตามด้าน แผนงาน งาน, แยกตามด้าน [แผนงาน] งาน",
        "องค์กรปกครองส่วนท้องถิ่น 102 แห่ง, องค์กรปกครองส่วน[ท้องถิ่น] 102 แห่ง",
        "ข้อบัญญัติงบประมาณ, [ข้อบัญญัติ][งบประมาณ]",
        "ส่งออก ต.ไทรย้อย อ.เนินมะปราง, [ส่งออก] [ต.ไทรย้อย] [อ.เนินมะปราง]",
        "สายบ้านพันเสา–บ้านวังอิทก, สาย[บ้าน]พันเสา–[บ้านวังอิทก]",
        "คิดเป็นร้อยละ 5, คิดเป็น[ร้อยละ] 5",
        "อบจ. อื่น, อบจ. อื่น",
        "a < b, a &lt; b"
    })
    void wordsAndNamesStayWholeAndTheTextStaysAsItWas(String text, String shown) {
        var output = new StringOutput();
        Unbroken.content(text).writeTo(new OwaspHtmlTemplateOutput(output));
        var html = output.toString();
        assertThat(html.replace("<span class=\"nb\">", "[").replace("</span>", "]"))
                .isEqualTo(shown);
        assertThat(html.replaceAll("<[^>]*>", "").replace("&lt;", "<")).isEqualTo(text);
    }
}
