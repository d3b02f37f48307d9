package org.phatthana.registers.xlsform;

/// A household survey as offices have them: skip logic, a cascade from amphoe to tambon, and values beforehand.
public final class HouseholdForm {

    private static final String SURVEY = """
        type|name|label::Thai (th)|label::English (en)|required|relevant|choice_filter|default|constraint|calculation|privacy
        today|today
        text|house|ชื่อครัวเรือนในแบบสำรวจ|Household|yes||||||public
        date|visited|วันที่สำรวจ|Day of the visit|yes|||today()|||public
        select_one amphoe|amphoe|อำเภอ|Amphoe|yes||||||public
        select_one tambon|tambon|ตำบล|Tambon|yes||amphoe = ${amphoe}||||public
        integer|members|จำนวนสมาชิก|Members|yes|||4|. >= 1||public
        select_one yn|has_elder|มีผู้สูงอายุหรือไม่|Is there an elder|yes|||no|||public
        begin_group|elder|ผู้สูงอายุ|Elders||${has_elder} = 'yes'
        integer|elders|ผู้สูงอายุกี่คน|How many elders|yes||||. >= 1||public
        select_multiple help|help|ต้องการความช่วยเหลือด้านใด|Help that is needed|yes||||||public
        text|help_more|ความช่วยเหลืออื่น|Other help||selected(${help}, 'other')|||||public
        end_group
        integer|bedridden|ผู้ป่วยติดเตียงกี่คน|Bedridden||${elders} > 1 and not(selected(${help}, 'none'))|||||public
        text|why|เหตุผลที่ครัวเรือนใหญ่|Why so many||${members} > 10 or ${members} = ''|||||public
        calculate|per|||||||| ${members} div 2
        text|odd|ข้อสังเกต|Remark|yes|${per} > 3|||||public
        """;
    private static final String LISTS = """
        list_name|name|label::Thai (th)|label::English (en)|amphoe
        amphoe|mueang|เมือง|Mueang
        amphoe|wangthong|วังทอง|Wang Thong
        tambon|naimueang|ในเมือง|Nai Mueang|mueang
        tambon|aranyik|อรัญญิก|Aranyik|mueang
        tambon|chaiyanam|ชัยนาม|Chaiyanam|wangthong
        tambon|kaengsopha|แก่งโสภา|Kaeng Sopha|wangthong
        yn|yes|มี|Yes
        yn|no|ไม่มี|No
        help|care|ดูแลที่บ้าน|Care at home
        help|food|อาหาร|Food
        help|other|อื่น ๆ|Other
        help|none|ไม่ต้องการ|None
        """;

    private HouseholdForm() {}

    public static Forms of(String id) {
        return of(id, SURVEY);
    }

    static Forms of(String id, String survey) {
        return Forms.survey(survey).choices(LISTS).settings("form_id|form_title\n" + id + "|สำรวจครัวเรือน");
    }

    static String survey() {
        return SURVEY;
    }
}
