package org.phatthana.notices.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.phatthana.notices.Desk;
import org.phatthana.notices.Due;
import org.phatthana.notices.Waiting;
import org.phatthana.web.Letter;

/// One digest as it is written.
///
/// @param name whom it greets
public record Digest(Letter letter, String name, List<Waiting.Item> items, LocalDate today) {

    public Digest {
        items = List.copyOf(items);
    }

    public String subject() {
        var overdue = Desk.overdue(items, today);
        return overdue == 0
                ? letter.text("notices.digest.subject", letter.organization().shortName(), items.size())
                : letter.text(
                        "notices.digest.subject-overdue", letter.organization().shortName(), items.size(), overdue);
    }

    public List<Desk.Group> groups() {
        return Desk.groups(items);
    }

    /// By when, in words; empty where there is no date.
    public String due(Waiting.Item item) {
        return item.due() == null
                ? ""
                : letter.text("notices.due.on", Objects.requireNonNull(item.due())) + " ("
                        + letter.text(Due.words(item.due(), today)) + ")";
    }

    /// The whole as plain text.
    String plain() {
        var text = new StringBuilder();
        text.append(letter.text("notices.digest.greeting", name)).append("\n\n");
        text.append(letter.text("notices.digest.lead", items.size())).append('\n');
        for (var group : groups()) {
            text.append('\n').append(letter.text(group.name())).append('\n');
            for (var item : group.items()) {
                text.append("- ").append(letter.text(item.title())).append('\n');
                text.append("  ").append(letter.text(item.task()));
                if (item.due() != null) {
                    text.append(" · ").append(due(item));
                }
                text.append("\n  ").append(letter.href(item.address())).append('\n');
            }
        }
        text.append('\n').append(letter.text("notices.digest.desk")).append(' ').append(letter.href("/desk"));
        text.append('\n').append(letter.text("notices.digest.settings")).append(' ');
        return text.append(letter.href("/desk/settings")).append('\n').toString();
    }
}
