package org.phatthana.plan.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;

/// What a column of a plan's forms can be, recognised by the words of its heading in whatever order columns stand.
enum Field {
    SEQUENCE("ที่", "ลำดับ", "ลำดับที่", "ลําดับที่", "ลําดับ", "no", "no.", "seq", "sequence", "sequencenum"),
    NAME(
            "โครงการ",
            "ชื่อโครงการ",
            "โครงการ/กิจกรรม",
            "โครงการ/รายการ",
            "โครงการกิจกรรม",
            "รายการ/โครงการ",
            "ชื่อโครงการ/กิจกรรม",
            "name",
            "project",
            "projectname"),
    OBJECTIVE("วัตถุประสงค์", "วัตถุประสงค์ของโครงการ", "วัตถุประสงค์โครงการ", "objective", "objectives"),
    TARGET(
            "เป้าหมาย",
            "ผลผลิตของโครงการ",
            "ผลผลิต",
            "เป้าหมายโครงการ",
            "target",
            "output",
            "targettruncated",
            "เป้าหมายครุภัณฑ์"),
    KPI("ตัวชี้วัด", "kpi", "ตัวชี้วัดความสำเร็จ", "ตัวชี้วัดkpi", "indicator"),
    RESULT(
            "ผลที่คาดว่าจะได้รับ",
            "ผลที่คาดว่า",
            "ผลที่คาดว่าได้รับ",
            "ผลลัพธ์",
            "ผลลัพธ์ที่คาดว่าจะได้รับ",
            "ผลผลิตที่คาดว่าจะได้รับ",
            "ผลที่คาดหวัง",
            "expectedresult",
            "result"),
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
            "หน่วยรับผิดชอบ",
            "department",
            "agency"),
    STRATEGY(
            "ยุทธศาสตร์",
            "ประเด็นการพัฒนา",
            "ประเด็นยุทธศาสตร์",
            "ยุทธศาสตร์การพัฒนา",
            "strategy",
            "strategyname",
            "issue"),
    TACTIC("กลยุทธ์", "แนวทางการพัฒนา", "tactic", "tacticname"),
    PROGRAMME("แผนงาน", "programme", "program", "planname"),
    STRATEGY_NUMBER("strategynum"),
    TACTIC_NUMBER("tacticcode"),
    PLACE("สถานที่", "สถานที่ดำเนินการ", "พื้นที่", "พื้นที่ดำเนินการ", "place"),
    TAMBON("ตำบล", "tambon", "subdistrict"),
    AMPHOE("อำเภอ", "amphoe", "district"),
    START(
            "พิกัด",
            "ค่าพิกัด",
            "พิกัดgps",
            "พิกัดโครงการ",
            "พิกัดเริ่มต้น",
            "พิกัดจุดเริ่มต้น",
            "จุดเริ่มต้น",
            "เริ่มต้น",
            "coordinates",
            "start"),
    END("พิกัดสิ้นสุด", "พิกัดจุดสิ้นสุด", "จุดสิ้นสุด", "สิ้นสุด", "end"),
    START_LAT("ละติจูด", "พิกัดละติจูด", "พิกัดเริ่มต้นละติจูด", "จุดเริ่มต้นละติจูด", "lat", "latitude", "startlat"),
    START_LON("ลองจิจูด", "lon", "lng", "longitude", "startlon"),
    END_LAT("ละติจูดสิ้นสุด", "พิกัดสิ้นสุดละติจูด", "จุดสิ้นสุดละติจูด", "endlat"),
    END_LON("ลองจิจูดสิ้นสุด", "endlon"),
    EDITION("ฉบับ", "ฉบับที่", "ฉบับล่าสุด", "amendmentversion", "edition"),
    EDITIONS("ประวัติการแก้ไข", "ฉบับทั้งหมด", "allamendments", "editions"),
    FORM("แบบ", "formtype", "form"),
    SOURCE_SHEET("sourcesheet"),
    SOURCE_ROW("sourcerow", "excelrow"),
    STATUS("สถานะ", "status"),
    FUND(
            "แหล่งงบประมาณ",
            "แหล่งที่มาของงบประมาณ",
            "ที่มาของงบประมาณ",
            "แหล่งเงิน",
            "fundingsource",
            "fundsource",
            "source"),
    REASON("เหตุผลความจำเป็น", "เหตุผลและความจำเป็น", "เหตุผล", "reason"),
    REMARK("หมายเหตุ", "remark", "remarks", "note"),
    TOTAL("รวม", "รวม5ปี", "รวมงบประมาณ", "รวมทั้งสิ้น", "งบประมาณรวม", "รวมเงิน", "total"),
    BUDGET(
            "งบประมาณ",
            "งบประมาณและที่ผ่านมา",
            "งบประมาณและที่มา",
            "งบประมาณที่ผ่านมา",
            "วงเงินงบประมาณ",
            "งบประมาณบาท",
            "ปีงบประมาณ",
            "budget",
            "y",
            "fy"),
    ORDINANCE(
            "ข้อบัญญัติ",
            "เทศบัญญัติ",
            "ข้อบัญญัติงบประมาณ",
            "เทศบัญญัติงบประมาณ",
            "ข้อบัญญัติงบประมาณรายจ่าย",
            "งบประมาณตามข้อบัญญัติ",
            "งบประมาณที่ได้รับ",
            "ordinance"),
    CATEGORY("หมวด", "หมวดรายจ่าย", "ค่าครุภัณฑ์", "category"),
    KIND("ประเภท", "ประเภทครุภัณฑ์", "ประเภทรายการ", "kind", "itemtype"),
    COUNT("จำนวนโครงการ", "จํานวนโครงการ", "จำนวน");

    private static final List<Field> TEXTS = List.of(
            NAME, OBJECTIVE, TARGET, KPI, RESULT, DEPARTMENT, PLACE, TAMBON, AMPHOE, REASON, REMARK, CATEGORY, KIND);

    private static final int LONGEST = 80;
    private static final Pattern BRACKET = Pattern.compile("[(（\\[]");
    private static final Pattern BRACKETED = Pattern.compile("[(（\\[][^)）\\]]*[)）\\]]");
    private static final Map<String, Field> BY_WORD = byWord();
    private static final int LONGEST_WORD =
            BY_WORD.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;

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
        if (heading.length() > LONGEST || isTooLong(heading)) {
            return Optional.empty();
        }
        var whole = BY_WORD.get(bare(heading));
        return whole != null || !BRACKET.matcher(heading).find()
                ? Optional.ofNullable(whole)
                : Optional.ofNullable(BY_WORD.get(
                        bare(BRACKETED.matcher(CellText.clean(heading)).replaceAll(""))));
    }

    /// Whether a heading has more Thai letters outside its brackets than any field's name: whole projects go by,
    /// and most of what they say is told by this alone.
    private static boolean isTooLong(String heading) {
        var letters = 0;
        var depth = 0;
        for (var i = 0; i < heading.length() && letters <= LONGEST_WORD; i++) {
            var letter = heading.charAt(i);
            if (letter == '(' || letter == '[' || letter == '（') {
                depth++;
            } else if (letter == ')' || letter == ']' || letter == '）') {
                depth--;
            } else if (depth == 0 && letter > 0x0e00 && letter < 0x0e80) {
                letters++;
            }
        }
        return letters > LONGEST_WORD;
    }

    /// A heading without blanks, brackets and signs.
    static String bare(String heading) {
        var text = CellText.latinDigits(CellText.clean(heading));
        var bare = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (!isSign(letter)) {
                bare.append(Character.toLowerCase(letter));
            }
        }
        return bare.toString();
    }

    private static boolean isSign(char letter) {
        return letter <= ' ' || "()[]:*-–_".indexOf(letter) >= 0;
    }

    private static Map<String, Field> byWord() {
        var fields = new HashMap<String, Field>();
        for (var field : values()) {
            field.words.forEach(word -> fields.putIfAbsent(word, field));
        }
        return Map.copyOf(fields);
    }
}
