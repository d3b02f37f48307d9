package org.phatthana.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TypesetterTest {

    private final Typefaces faces = new Typefaces();
    private final Typesetter setter = new Typesetter(faces);

    @Test
    void thaiLinesEndAtWords() {
        assertThat(lines("เพื่อส่งเสริมการท่องเที่ยวเชิงวัฒนธรรมและฟื้นฟูป่าต้นน้ำ", 60))
                .containsExactly("เพื่อส่งเสริมการ", "ท่องเที่ยวเชิง", "วัฒนธรรมและ", "ฟื้นฟูป่าต้นน้ำ");
    }

    @Test
    void wordsThatStayWholeAreNotDivided() {
        var text = "หน่วยงานรับผิดชอบหลักของงบประมาณรายจ่าย";
        for (var width = setter.widestWord(Run.plain(text), 9); width < 200; width += 3) {
            assertThat(lines(text, width))
                    .noneMatch(line -> line.endsWith("งบ"))
                    .noneMatch(line -> line.endsWith("รับ"));
        }
    }

    @Test
    void whatStaysWholeButIsWiderThanItsLineIsDividedWhereItsWordsEnd() {
        var width = setter.widestWord(Run.plain("คุณภาพ"), 9) + 1;
        assertThat(lines("กองส่งเสริมคุณภาพชีวิต", width)).endsWith("คุณภาพ", "ชีวิต");
    }

    @Test
    void noLetterIsPartedFromItsMarks() {
        for (var width = 3; width < 40; width++) {
            assertThat(lines("ที่ผู้ปรึกษาน้ำกำป่าฟื้นฟูเป้าหมายการณ์", width))
                    .noneMatch(line -> "ะัาำิีึืุู็่้๊๋์".indexOf(line.charAt(0)) >= 0)
                    .noneMatch(line -> "เแโใไ".indexOf(line.charAt(line.length() - 1)) >= 0);
        }
    }

    @Test
    void linesFitAndLoseNothing() {
        var text = "โครงการก่อสร้าง road-no.12/34 กว้าง 6 เมตร ยาวไม่น้อยกว่า 1,250 เมตรABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (var width = 20; width < 300; width += 7) {
            var lines = setter.lines(List.of(Run.plain(text)), 9, width);
            var most = width;
            assertThat(lines).allMatch(line -> line.width() <= most);
            assertThat(String.join("", texts(lines)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        }
    }

    @Test
    void runsKeepTheirMarksOverLines() {
        var lines = setter.lines(List.of(Run.plain("กว้าง 4 เมตร "), Run.bold("กว้าง 6 เมตร\nใหม่")), 9, 60);
        assertThat(lines.getLast().runs()).containsExactly(Run.bold("ใหม่"));
        assertThat(lines.getFirst().runs().getFirst()).isEqualTo(Run.plain("กว้าง 4 เมตร"));
    }

    @Test
    void anEmptyLineIsALine() {
        assertThat(lines("ก\n\nข\n", 100)).containsExactly("ก", "", "ข", "");
    }

    private List<String> lines(String text, float width) {
        return texts(setter.lines(List.of(Run.plain(text)), 9, width));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream()
                .map(line -> line.runs().stream().map(Run::text).collect(Collectors.joining()))
                .toList();
    }
}
