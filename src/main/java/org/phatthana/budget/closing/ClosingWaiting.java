package org.phatthana.budget.closing;

import java.util.List;
import java.util.Optional;
import org.phatthana.budget.books.Book;
import org.phatthana.budget.books.OpenBooks;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells budget officers of the first month of each year's books that has ended and is not closed.
@Component
class ClosingWaiting implements Waiting {

    private static final int MONTHS = 12;

    private final OpenBooks books;
    private final Closings closings;
    private final Texts texts;

    ClosingWaiting(OpenBooks books, Closings closings, Texts texts) {
        this.books = books;
        this.closings = closings;
        this.texts = texts;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        return who.has(Role.BUDGET_OFFICER)
                ? books.all().stream()
                        .flatMap(book -> item(book).stream())
                        .limit(AT_MOST)
                        .toList()
                : List.of();
    }

    private Optional<Item> item(Book book) {
        var month = closings.through(book.year()) + 1;
        if (month > MONTHS || month > closings.ended(book.year())) {
            return Optional.empty();
        }
        var name = Closings.month(book.year(), month);
        return Optional.of(new Item(
                "budget.closing",
                texts.everywhere(Message.of("budget.closing.title", book.year())),
                texts.everywhere(Message.of("budget.closing.of", name)),
                texts.everywhere(Message.of("budget.closing.task")),
                Closings.address(book.year()),
                null,
                name.plusMonths(1).atDay(1).atStartOfDay(Thailand.ZONE).toInstant(),
                book.sample()));
    }
}
