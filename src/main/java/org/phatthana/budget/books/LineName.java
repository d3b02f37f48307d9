package org.phatthana.budget.books;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Names;
import org.phatthana.web.Page;

/// How a line of the books is called.
public final class LineName {

    private LineName() {}

    /// The finest of its words in Thai: the item, else what it belongs to.
    public static String brief(BookLine line) {
        return Stream.of(line.item(), line.kind(), line.category())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(line.type() + " · " + line.task());
    }

    /// The same in the language of a page.
    public static String of(BookLine line, Names names, Page page) {
        return Stream.of(line.item(), line.kind(), line.category())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> page.text(names.type(line.type())) + " · " + page.text(names.task(line.task())));
    }

    /// Where it stands in the classification, below its programme: task, type, category and kind.
    public static String place(BookLine line, Names names, Page page) {
        return Stream.of(
                        page.text(names.task(line.task())),
                        page.text(names.type(line.type())),
                        line.category(),
                        line.kind(),
                        line.department())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
