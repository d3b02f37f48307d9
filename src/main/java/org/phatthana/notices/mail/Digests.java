package org.phatthana.notices.mail;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.phatthana.notices.Desk;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.values.Thailand;
import org.phatthana.web.Letter;
import org.phatthana.web.Letters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// The morning's digest: what waits for somebody, to those who want to hear of it by e-mail.
///
/// Whoever runs this, and however often: an account has one digest a day at most. It is claimed in one statement
/// before it is sent; only where the server is known not to have taken it is it tried again.
@Component
public class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    /// Nothing is sent before that time, and nothing is tried again after the other.
    static final LocalTime MORNING = LocalTime.of(6, 30);

    static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Preferences preferences;
    private final SentDigests sent;
    private final Desk desk;
    private final Directory directory;
    private final Letters letters;
    private final Post post;
    private final Clock clock;

    Digests(
            Preferences preferences,
            SentDigests sent,
            Desk desk,
            Directory directory,
            Letters letters,
            Post post,
            Clock clock) {
        this.preferences = preferences;
        this.sent = sent;
        this.desk = desk;
        this.directory = directory;
        this.letters = letters;
        this.post = post;
        this.clock = clock;
    }

    /// Sends what is due now and has not been sent.
    public void sendDue() {
        var time = clock.instant().atZone(Thailand.ZONE).toLocalTime();
        if (!post.isConfigured() || time.isBefore(MORNING) || time.isAfter(EVENING)) {
            return;
        }
        var today = Thailand.date(clock.instant());
        for (var preference : preferences.wanting()) {
            directory
                    .find(preference.account())
                    .filter(Person::enabled)
                    .ifPresent(person -> send(preference, person, today));
        }
    }

    private void send(Preference preference, Person person, LocalDate today) {
        var day = preference.frequency() == Preference.Frequency.WEEKLY
                ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : today;
        if (!sent.claim(preference.account(), day)) {
            return;
        }
        var items = desk.waitingFor(person.acting());
        if (items.isEmpty()) {
            sent.empty(preference.account(), day);
            return;
        }
        var letter = letters.in(preference.language());
        var digest = new Digest(letter, person.displayName(), items, today);
        try {
            post.send(preference.email(), digest.subject(), digest.plain(), html(letter, digest));
            sent.sent(preference.account(), day);
        } catch (MailException e) {
            LOG.warn("A digest could not be sent: {}", e.getMessage());
            sent.failed(preference.account(), day, String.valueOf(e.getMessage()));
        }
    }

    private String html(Letter letter, Digest digest) {
        return letters.html(letter, "notices/digest", Map.of("digest", digest));
    }
}
