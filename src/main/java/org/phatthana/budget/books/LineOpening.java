package org.phatthana.budget.books;

import java.util.LinkedHashMap;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.ledger.BookLines;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Opens lines in public.
@Component
public class LineOpening {

    private final BookLines lines;
    private final PublicLog log;
    private final Texts texts;

    LineOpening(BookLines lines, PublicLog log, Texts texts) {
        this.lines = lines;
        this.log = log;
        this.texts = texts;
    }

    /// The line that is for the same as another, opened now if there is none, inside the caller's transaction,
    /// which holds the public log's lock.
    public BookLine sameOrOpened(BookLine line, String capacity) {
        return lines.same(line).orElseGet(() -> {
            lines.open(line);
            log.append(act(line, capacity));
            return line;
        });
    }

    private PublicAct act(BookLine line, String capacity) {
        var content = new LinkedHashMap<String, Object>();
        content.put("line", line.id());
        content.put("year", line.year().buddhistEra());
        content.put("area", line.area());
        content.put("programme", line.programme());
        content.put("task", line.task());
        content.put("type", line.type());
        content.put("category", line.category());
        content.put("kind", line.kind());
        content.put("item", line.item());
        content.put("fundSource", line.fundSource());
        content.put("project", line.project());
        content.put("department", line.department());
        return new PublicAct(
                "budget.line-opened",
                line.address(),
                capacity,
                texts.everywhere(Message.of("budget.line.opened", LineName.brief(line), line.year())),
                content,
                line.sample());
    }
}
