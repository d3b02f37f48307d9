package org.phatthana.notices.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.phatthana.notices.Desk;
import org.phatthana.notices.Waiting;
import org.phatthana.notices.mail.Post;
import org.phatthana.notices.mail.SentDigests;
import org.phatthana.people.Acting;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What waits for whoever has signed in, what they have sent, and how outgoing mail does.
@Controller
class DeskPage {

    private static final int SHOWN = 200;

    private final Desk desk;
    private final SentDigests sent;
    private final Post post;
    private final Directory directory;
    private final Clock clock;

    DeskPage(Desk desk, SentDigests sent, Post post, Directory directory, Clock clock) {
        this.desk = desk;
        this.sent = sent;
        this.post = post;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/desk")
    View desk(Page page) {
        var who = whoReads();
        var today = Thailand.date(clock.instant());
        var items = desk.waitingFor(who);
        var all = desk.sentBy(who);
        var parameters = new HashMap<String, Object>();
        parameters.put("groups", Desk.groups(items));
        parameters.put("count", items.size());
        parameters.put("overdue", Desk.overdue(items, today));
        parameters.put("today", today);
        parameters.put("onTheWay", all.stream().filter(one -> !one.ended()).toList());
        parameters.put("ended", all.stream().filter(Waiting.Sent::ended).toList());
        return page.show("notices/desk", parameters);
    }

    @GetMapping("/desk/mail")
    View mail(Page page) {
        var entries = sent.newest(SHOWN);
        var accounts =
                entries.stream().map(SentDigests.Entry::account).distinct().toList();
        var names =
                directory.find(accounts).values().stream().collect(Collectors.toMap(Person::id, Person::displayName));
        return page.show(
                "notices/mail", Map.of("entries", entries, "names", names, "isConfigured", post.isConfigured()));
    }

    /// Whoever reads their desk; a program that acts by a token has none.
    static Acting whoReads() {
        return Acting.current()
                .filter(who -> !who.byToken())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
