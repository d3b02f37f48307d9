package org.phatthana.works.contracts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.Table;
import org.phatthana.exchange.TableFiles;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.phatthana.works.Told;
import org.phatthana.works.Work;
import org.phatthana.works.Works;
import org.phatthana.works.WorksPack;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Works as a list of contracts in the columns that other systems take.
@Controller
class ContractPages {

    private final Works works;
    private final WorksPack pack;
    private final TableFiles tables;
    private final Downloads downloads;
    private final Texts texts;

    ContractPages(Works works, WorksPack pack, TableFiles tables, Downloads downloads, Texts texts) {
        this.works = works;
        this.pack = pack;
        this.tables = tables;
        this.downloads = downloads;
        this.texts = texts;
    }

    @GetMapping("/works/contracts.{format:csv|xlsx}")
    View contracts(@PathVariable String format) {
        return downloads.of(format, table(), Language.THAI);
    }

    private Table table() {
        var columns = new ArrayList<Table.Column>();
        for (var column : ContractColumns.ALL.columns()) {
            var title = tables.title(ContractColumns.ALL, column.key());
            columns.add(new Table.Column(title.thai(), title));
        }
        var sample = texts.everywhere(Message.of("works.column.sample"));
        columns.add(new Table.Column("is_sample", sample));
        return new Table(
                "contracts",
                texts.everywhere(Message.of("works.contracts.export")),
                columns,
                works.all().stream().map(this::row).toList(),
                List.of(texts.everywhere(Message.of("works.contracts.no-tax-ids"))),
                false);
    }

    private List<@Nullable Object> row(Work work) {
        var opened = work.opened();
        var contract = work.contract();
        var row = new ArrayList<@Nullable Object>();
        row.add(opened.egp());
        row.add(work.name().thai());
        row.add(pack.method(opened.method()).map(Localized::thai).orElse(opened.method()));
        row.add(work.amount());
        row.add(work.median().orElse(null));
        row.add(work.supplier().orElse(""));
        row.add("");
        row.add(contract.map(signed -> signed.fact().number()).orElse(""));
        row.add(contract.map(Told::day).orElse(null));
        row.add(work.price()
                .or(() -> work.award().map(award -> award.fact().price()))
                .orElse(null));
        row.add(contract.map(signed -> signed.fact().begins()).orElse(null));
        row.add(work.ends().orElse(null));
        row.add(texts.text(Language.THAI, "works.state." + work.state().code()));
        row.add(work.sample());
        return row;
    }
}
