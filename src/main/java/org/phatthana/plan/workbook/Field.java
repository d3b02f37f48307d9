package org.phatthana.plan.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.phatthana.exchange.CellText;

/// What a column of form ผ.02 can be, recognised by the words of its heading in whatever order columns stand.
enum Field {
    SEQUENCE("ที่", "ลำดับ", "ลำดับที่", "ลําดับที่", "ลําดับ", "no", "no."),
    NAME(
            "โครงการ",
            "ชื่อโครงการ",
            "โครงการ/กิจกรรม",
            "โครงการ/รายการ",
            "โครงการกิจกรรม",
            "รายการ/โครงการ",
            "ชื่อโครงการ/กิจกรรม"),
    OBJECTIVE("วัตถุประสงค์", "วัตถุประสงค์ของโครงการ", "วัตถุประสงค์โครงการ"),
    TARGET("เป้าหมาย", "ผลผลิตของโครงการ", "ผลผลิต", "เป้าหมายโครงการ"),
    KPI("ตัวชี้วัด", "kpi", "ตัวชี้วัดความสำเร็จ", "ตัวชี้วัดkpi"),
    RESULT("ผลที่คาดว่าจะได้รับ", "ผลที่คาดว่า", "ผลที่คาดว่าได้รับ", "ผลลัพธ์", "ผลที่คาดหวัง"),
    DEPARTMENT(
            "หน่วยงานรับผิดชอบหลัก",
            "หน่วยงานรับผิดชอบ",
            "หน่วยงานที่รับผิดชอบ",
            "หน่วยงานที่รับผิดชอบหลัก",
            "หน่วยงาน",
            "หน่วยงานหลัก",
            "ส่วนราชการที่รับผิดชอบ",
            "ผู้รับผิดชอบ",
            "หน่วยดำเนินการ",
            "หน่วยรับผิดชอบ"),
    STRATEGY("ยุทธศาสตร์", "ประเด็นการพัฒนา", "ประเด็นยุทธศาสตร์", "ยุทธศาสตร์การพัฒนา"),
    TACTIC("กลยุทธ์", "แนวทางการพัฒนา"),
    PROGRAMME("แผนงาน"),
    PLACE("สถานที่", "สถานที่ดำเนินการ", "พื้นที่", "พื้นที่ดำเนินการ", "ตำบล", "อำเภอ"),
    FUND("แหล่งงบประมาณ", "แหล่งที่มาของงบประมาณ", "ที่มาของงบประมาณ", "แหล่งเงิน"),
    REASON("เหตุผลความจำเป็น", "เหตุผลและความจำเป็น", "เหตุผล"),
    REMARK("หมายเหตุ"),
    TOTAL("รวม", "รวม5ปี", "รวมงบประมาณ", "รวมทั้งสิ้น", "งบประมาณรวม", "รวมเงิน"),
    BUDGET(
            "งบประมาณ",
            "งบประมาณและที่ผ่านมา",
            "งบประมาณและที่มา",
            "งบประมาณที่ผ่านมา",
            "วงเงินงบประมาณ",
            "งบประมาณบาท",
            "ปีงบประมาณ"),
    ORDINANCE(
            "ข้อบัญญัติ",
            "เทศบัญญัติ",
            "ข้อบัญญัติงบประมาณ",
            "เทศบัญญัติงบประมาณ",
            "ข้อบัญญัติงบประมาณรายจ่าย",
            "งบประมาณตามข้อบัญญัติ",
            "งบประมาณที่ได้รับ"),
    CATEGORY("หมวด", "หมวดรายจ่าย", "ประเภท", "ค่าครุภัณฑ์"),
    COUNT("จำนวนโครงการ", "จํานวนโครงการ", "จำนวน");

    private static final List<Field> TEXTS =
            List.of(NAME, OBJECTIVE, TARGET, KPI, RESULT, DEPARTMENT, PLACE, FUND, REASON, REMARK);

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
    private final List<String> words;

    Field(String... words) {
        this.words = List.of(words);
    }

    /// The field's name in notes: a short English word.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the field's cells hold text that may go on in the next row.
    boolean isText() {
        return TEXTS.contains(this);
    }

    /// The field that a heading names, if it is one.
    static Optional<Field> of(String heading) {
        if (heading.length() > 80) {
            return Optional.empty();
        }
        var whole = bare(heading);
        var outer = bare(CellText.clean(heading).replaceAll("[(（\\[][^)）\\]]*[)）\\]]", ""));
        for (var field : values()) {
            if (field.words.contains(whole) || (!outer.isEmpty() && field.words.contains(outer))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /// A heading without blanks, brackets and signs.
    static String bare(String heading) {
        return CellText.latinDigits(CellText.clean(heading))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s()\\[\\]:*\\-–]+", "");
    }
}
