package org.phatthana.testing;

/// The heading of ผ.02 for a plan of the years 2566 to 2570, as most offices write it.
public final class PlanSheet {

    private PlanSheet() {}

    public static Object[] head() {
        return new Object[] {
            "ที่",
            "โครงการ",
            "วัตถุประสงค์",
            "เป้าหมาย",
            "งบประมาณ",
            "",
            "",
            "",
            "",
            "ตัวชี้วัด (KPI)",
            "ผลที่คาดว่าจะได้รับ",
            "หน่วยงานรับผิดชอบหลัก"
        };
    }

    /// The line below it.
    public static Object[] years() {
        return new Object[] {"", "", "", "", "2566", "2567", "2568", "2569", "2570"};
    }
}
