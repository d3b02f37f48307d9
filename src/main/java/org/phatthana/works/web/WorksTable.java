package org.phatthana.works.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.Table;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.phatthana.works.Forecast;
import org.phatthana.works.Told;
import org.phatthana.works.Work;
import org.phatthana.works.WorkList;
import org.phatthana.works.WorksPack;
import org.springframework.stereotype.Component;

/// Works as a table to take away.
@Component
class WorksTable {

    private final Texts texts;
    private final WorksPack pack;
    private final WorkList list;

    WorksTable(Texts texts, WorksPack pack, WorkList list) {
        this.texts = texts;
        this.pack = pack;
        this.list = list;
    }

    Table of(List<Work> works) {
        return new Table(
                "works",
                texts.everywhere(Message.of("works.title")),
                List.of(
                        column("work", "works.column.id"),
                        column("project", "works.column.project"),
                        column("fiscal_year", "works.filter.year"),
                        column("name", "works.column.work"),
                        column("department", "works.filter.department"),
                        column("amphoe_codes", "works.filter.amphoe"),
                        column("state", "works.filter.state"),
                        column("method", "works.field.method"),
                        column("egp_number", "works.field.egp"),
                        column("amount_baht", "works.column.amount"),
                        column("median_price_baht", "works.field.median"),
                        column("supplier", "works.field.supplier"),
                        column("contract_number", "works.column.contract"),
                        column("contract_date", "works.column.contract-day"),
                        column("price_baht", "works.column.price"),
                        column("due_date", "works.field.ends"),
                        column("physical_percent", "works.column.physical"),
                        column("paid_baht", "works.column.paid"),
                        column("unpaid_baht", "works.column.unpaid"),
                        column("expected_date", "works.column.expected"),
                        column("late_days", "works.column.late"),
                        column("is_sample", "works.column.sample")),
                works.stream().map(this::row).toList(),
                List.of(texts.everywhere(Message.of("works.source"))),
                false);
    }

    private Table.Column column(String name, String key) {
        return new Table.Column(name, texts.everywhere(Message.of(key)));
    }

    private List<@Nullable Object> row(Work work) {
        var opened = work.opened();
        var forecast = work.forecast(list.today());
        var row = new ArrayList<@Nullable Object>();
        row.add(work.id());
        row.add(opened.project());
        row.add(work.year());
        row.add(work.name());
        row.add(opened.department());
        row.add(String.join(" ", work.amphoe().stream().map(Object::toString).toList()));
        row.add(text("works.state." + work.state().code()));
        row.add(pack.method(opened.method()).orElseGet(() -> Localized.thai(opened.method())));
        row.add(opened.egp());
        row.add(work.amount());
        row.add(work.median().orElse(null));
        row.add(work.supplier().orElse(""));
        row.add(work.contract().map(contract -> contract.fact().number()).orElse(""));
        row.add(work.contract().map(Told::day).orElse(null));
        row.add(work.price().orElse(null));
        row.add(work.ends().orElse(null));
        row.add(work.physical());
        row.add(work.paid());
        row.add(work.unpaid());
        row.add(forecast.map(Forecast::expected).orElse(null));
        row.add(forecast.map(Forecast::lateDays).orElse(null));
        row.add(work.sample());
        return row;
    }

    private Localized text(String key) {
        return texts.everywhere(Message.of(key));
    }
}
