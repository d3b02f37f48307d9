package org.phatthana.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.phatthana.values.Language;
import org.phatthana.values.Money;

/// Forms like those of a plan, for the tests.
final class PaperForms {

    static final List<String> PREAMBLE = List.of(
            "ก. ยุทธศาสตร์จังหวัดที่ 1"
                    + " การพัฒนาโครงสร้างพื้นฐานและระบบโลจิสติกส์เพื่อรองรับการเป็นศูนย์กลางการบริการสี่แยกอินโดจีน",
            "ข. ยุทธศาสตร์การพัฒนาขององค์กรปกครองส่วนท้องถิ่นในเขตจังหวัดที่ 2 การฟื้นฟูป่าต้นน้ำและทรัพยากรธรรมชาติ",
            "ยุทธศาสตร์ที่ 1 การพัฒนาโครงสร้างพื้นฐาน",
            "แผนงานอุตสาหกรรมและการโยธา");

    private PaperForms() {}

    static Form projects() {
        return Form.of(
                        "แบบ-ผ02",
                        Language.THAI,
                        Paper.A4_LANDSCAPE,
                        List.of(
                                "รายละเอียดโครงการพัฒนา",
                                "แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)",
                                "องค์การบริหารส่วนจังหวัดพิษณุโลก"),
                        List.of(
                                Column.brief("ที่", 0.45),
                                Column.text("โครงการ", 2.2),
                                Column.text("วัตถุประสงค์", 2),
                                Column.text("เป้าหมาย\n(ผลผลิตของโครงการ)", 2),
                                Column.group(
                                        "งบประมาณ",
                                        IntStream.rangeClosed(2566, 2570)
                                                .mapToObj(year -> Column.money(year + "\n(บาท)", 1))
                                                .toList()),
                                Column.text("ตัวชี้วัด (KPI)", 1.3),
                                Column.text("ผลที่คาดว่าจะได้รับ", 1.7),
                                Column.brief("หน่วยงานรับผิดชอบหลัก", 1.1)))
                .marked("แบบ ผ.02")
                .footed("องค์การบริหารส่วนจังหวัดพิษณุโลก", "บันทึกสาธารณะ ลำดับที่ 1,204")
                .noted(List.of("ที่มา: แผนพัฒนาท้องถิ่น พ.ศ. 2566-2570 ฉบับแรก"))
                .signedBy(
                        new Signer("", "ผู้อำนวยการสำนักยุทธศาสตร์และงบประมาณ"),
                        new Signer("นายสมชาย ป้องน้ำใจ", "ปลัดองค์การบริหารส่วนจังหวัดพิษณุโลก"),
                        new Signer("", "นายกองค์การบริหารส่วนจังหวัดพิษณุโลก"));
    }

    static Item.Row project(int number, String name, long... baht) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(Integer.toString(number)));
        cells.add(Cell.text(name));
        cells.add(Cell.text("- เพื่อให้ประชาชนมีน้ำอุปโภคบริโภคอย่างทั่วถึง\n- เพื่อฟื้นฟูแหล่งน้ำและป่าต้นน้ำ"));
        cells.add(Cell.text(
                "ก่อสร้างถนนคอนกรีตเสริมเหล็ก กว้าง 6 เมตร ยาว 1,250 เมตร พร้อมป้ายประชาสัมพันธ์โครงการ จำนวน 1 ป้าย"));
        for (var amount : baht) {
            cells.add(Cell.amount(new Money(amount * 100)));
        }
        cells.add(Cell.text("ร้อยละ 80 ของผู้ใช้น้ำพึงพอใจ"));
        cells.add(Cell.text("ผู้สูงอายุและผู้ป่วยที่ปรึกษาได้รับบริการที่ดีขึ้น"));
        cells.add(Cell.text("กองช่าง"));
        return Item.row(cells);
    }

    static Item.Row total(Item.Weight weight, String label, long... baht) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.label(label, 4));
        for (var amount : baht) {
            cells.add(Cell.amount(new Money(amount * 100), Mark.BOLD));
        }
        cells.addAll(List.of(Cell.empty(), Cell.empty(), Cell.empty()));
        return new Item.Row(cells, weight);
    }

    /// A section, a band and so many projects of one million a year in the first three years.
    static void tellProjects(int count, Consumer<Item> out) {
        out.accept(Item.section("อุตสาหกรรมและการโยธา", PREAMBLE));
        out.accept(Item.band(1, "กลยุทธ์ที่ 1 พัฒนาเส้นทางคมนาคมให้ได้มาตรฐาน เชื่อมโยงทุกพื้นที่"));
        for (var number = 1; number <= count; number++) {
            out.accept(project(
                    number,
                    "โครงการก่อสร้างถนนสายบ้านปากน้ำ หมู่ที่ " + number
                            + " ตำบลท่าโพธิ์ อำเภอเมืองพิษณุโลก เชื่อมต่อตำบลวัดพริก",
                    1_000_000,
                    1_000_000,
                    1_000_000,
                    0,
                    0));
        }
        var sum = 1_000_000L * count;
        out.accept(total(Item.Weight.SUBTOTAL, "รวม " + count + " โครงการ", sum, sum, sum, 0, 0));
        out.accept(total(Item.Weight.TOTAL, "รวมทั้งสิ้น", sum, sum, sum, 0, 0));
    }

    /// The old row struck through above the new one with its changes in bold.
    static Item amendment(int number) {
        var old = Item.row(List.of(
                Cell.text(Integer.toString(number)),
                Cell.of(Run.struck("โครงการเดิมที่ " + number)),
                Cell.of(Run.plain("คงเดิม "), Run.struck("ทั้งหมด")),
                Cell.text("ป่าชายน้ำ กว้าง 4 เมตร"),
                new Cell.Amount(Money.ofBaht(500_000), Mark.STRUCK),
                Cell.amount(Money.ZERO),
                Cell.amount(Money.ZERO),
                Cell.amount(Money.ZERO),
                Cell.amount(Money.ZERO),
                Cell.empty(),
                Cell.empty(),
                Cell.empty()));
        var changed = Item.row(List.of(
                Cell.empty(),
                Cell.bold("โครงการใหม่ที่ " + number),
                Cell.text("คงเดิม"),
                Cell.of(Run.plain("ป่าชายน้ำ กว้าง "), Run.bold("6 เมตร"), Run.plain(" ฟื้นฟูผิวจราจร")),
                Cell.amount(new Money(75_050_025), Mark.BOLD),
                Cell.amount(Money.ZERO),
                Cell.amount(Money.ZERO),
                Cell.amount(Money.ZERO),
                Cell.amount(Money.ZERO),
                Cell.empty(),
                Cell.empty(),
                Cell.empty()));
        return Item.together(old, changed);
    }

    static Form months() {
        var names = List.of(
                "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.");
        return Form.of(
                        "แบบ-ผด02",
                        Language.THAI,
                        Paper.A4_LANDSCAPE,
                        List.of("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566", "องค์การบริหารส่วนจังหวัดพิษณุโลก"),
                        List.of(
                                Column.brief("ที่", 0.5),
                                Column.text("โครงการ", 2.5),
                                Column.text("รายละเอียดของกิจกรรม", 2.5),
                                Column.money("งบประมาณ\n(บาท)", 1.2),
                                Column.brief("สถานที่ดำเนินการ", 1.3),
                                Column.brief("หน่วยงานรับผิดชอบหลัก", 1.2),
                                Column.group("พ.ศ. 2565", spans(names.subList(0, 3))),
                                Column.group("พ.ศ. 2566", spans(names.subList(3, 12)))))
                .marked("แบบ ผด.02")
                .footed("องค์การบริหารส่วนจังหวัดพิษณุโลก", "")
                .noted(List.of("ข้อมูลในแบบนี้เป็นตัวอย่าง"))
                .sample(true);
    }

    static Item.Row activity(int number, int... months) {
        var cells = new ArrayList<Cell>(List.of(
                Cell.text(Integer.toString(number)),
                Cell.text("โครงการปรึกษาปัญหาผู้บริโภคและฟื้นฟูป่าน้ำตก"),
                Cell.text("จัดอบรมให้ความรู้แก่ผู้นำชุมชน 9 อำเภอ กลุ่มเป้าหมาย 450 คน"),
                Cell.amount(new Money(12_345_678_90L)),
                Cell.text("ทุกอำเภอ"),
                Cell.text("กองสาธารณสุข")));
        IntStream.range(0, 12)
                .forEach(month -> cells.add(Cell.marked(IntStream.of(months).anyMatch(marked -> marked == month))));
        return Item.row(cells);
    }

    private static List<Column> spans(List<String> names) {
        return names.stream().map(name -> Column.span(name, 0.42)).toList();
    }
}
