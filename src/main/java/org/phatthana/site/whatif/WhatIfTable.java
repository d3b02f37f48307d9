package org.phatthana.site.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.Table;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// What would change, to take away: a row for each line and each project.
@Component
class WhatIfTable {

    private static final List<Table.Column> COLUMNS = List.of(
            column("kind", "ประเภทแถว", "Kind of row"),
            column("id", "รหัส", "Id"),
            column("name", "รายการหรือโครงการ", "Line or project"),
            column("programme", "แผนงาน", "Programme"),
            column("goal", "เป้าหมาย", "Goal"),
            column("promised_baht", "เงินตามแผน (บาท)", "Promised (baht)"),
            column("before_baht", "งบประมาณเดิม (บาท)", "Budget before (baht)"),
            column("change_baht", "เพิ่มหรือลด (บาท)", "Change (baht)"),
            column("after_baht", "งบประมาณหลังปรับ (บาท)", "Budget after (baht)"));

    private final Texts texts;

    WhatIfTable(Texts texts) {
        this.texts = texts;
    }

    Table of(Ground ground, Consequences consequences) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var changed : consequences.lines()) {
            var line = changed.line();
            rows.add(row(
                    Localized.of("รายการงบประมาณ", "Budget line"),
                    line.id(),
                    String.join(" ", line.task(), line.type(), line.item()).strip(),
                    line.programme(),
                    line.goal(),
                    null,
                    line.given(),
                    changed.change(),
                    line.given().plus(changed.change())));
        }
        for (var changed : consequences.projects()) {
            var project = changed.project();
            rows.add(row(
                    Localized.of("โครงการ", "Project"),
                    project.id(),
                    project.name(),
                    "",
                    project.goal(),
                    project.promised(),
                    changed.before(),
                    changed.after().minus(changed.before()),
                    changed.after()));
        }
        return new Table(
                "what-if-" + ground.year(),
                Localized.of("ผลของการโยกเงินที่ทดลอง", "What would change"),
                COLUMNS,
                rows,
                List.of(texts.everywhere(Message.of("site.whatif.note", ground.year()))),
                ground.sample());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static Table.Column column(String name, String thai, String english) {
        return new Table.Column(name, Localized.of(thai, english));
    }
}
