package org.phatthana.notices.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.notices.Desk;
import org.phatthana.notices.Waiting;
import org.phatthana.notices.WaitingInTests;
import org.phatthana.people.Directory;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.web.Letters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Digests and links, sent to a real SMTP server of this machine.
class DigestsTest extends PeopleTest {

    /// 07:00 in Thailand, on a Tuesday.
    private static final Instant MORNING = Instant.parse("2026-01-06T00:00:00Z");

    private static final Pattern LINK = Pattern.compile("https://plan\\.example/(?:en/)?desk/address\\?token=(\\S+)");

    private static final int PORT = freePort();
    private static final GreenMail SMTP = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Preferences preferences;

    @Autowired
    Desk desk;

    @Autowired
    Directory directory;

    @Autowired
    Letters letters;

    @Autowired
    Post post;

    @Autowired
    WaitingInTests waiting;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> PORT);
        settings.add("spring.mail.properties.mail.from", () -> "phatthana@plan.example");
        settings.add("phatthana.base-url", () -> "https://plan.example");
    }

    @BeforeAll
    static void start() {
        SMTP.start();
    }

    @AfterAll
    static void stop() {
        SMTP.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        SMTP.purgeEmailFromAllMailboxes();
        jdbc.sql("delete from notices.digest").update();
        jdbc.sql("delete from notices.preference").update();
    }

    @Test
    void aDigestSaysInThaiWhatWaitsAndUntilWhen() throws Exception {
        var account = wants(Preference.Frequency.DAILY, Language.THAI);
        waiting.put(account, item("ถนนสายบ้านใหม่", LocalDate.of(2026, 1, 3)), item("ฝายน้ำล้น", null));
        digests(MORNING).sendDue();
        var mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("อบจ.พิษณุโลก: มี 2 เรื่องที่รอท่าน เกินกำหนด 1 เรื่อง");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("phatthana@plan.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Subject")[0]).startsWith("=?UTF-8?");
        var plain = part(mail, "text/plain");
        assertThat(plain)
                .contains(
                        "ถนนสายบ้านใหม่",
                        "ครบกำหนด 3 มกราคม 2569 (เกินกำหนด 3 วัน)",
                        "https://plan.example/plan?x=1",
                        "https://plan.example/desk/settings");
        assertThat(part(mail, "text/html"))
                .contains("lang=\"th\"", "href=\"https://plan.example/plan?x=1\"", "ฝายน้ำล้น", "โครงการทดสอบ");
    }

    @Test
    void aDigestSpeaksTheLanguageOfItsReader() throws Exception {
        var account = wants(Preference.Frequency.DAILY, Language.ENGLISH);
        waiting.put(account, item("ถนน", LocalDate.of(2026, 1, 7)));
        digests(MORNING).sendDue();
        var mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Phitsanulok PAO: one matter waits for you");
        assertThat(part(mail, "text/plain"))
                .contains("https://plan.example/en/plan?x=1", "due 7 January 2026 (due tomorrow)");
    }

    @Test
    void nothingIsSentBeforeTheMorningNorWhereNothingWaitsNorToWhoWantsNone() {
        var account = wants(Preference.Frequency.DAILY, Language.THAI);
        digests(MORNING).sendDue();
        waiting.put(account, item("ถนน", null));
        digests(MORNING.plusSeconds(600)).sendDue();
        assertThat(SMTP.getReceivedMessages()).as("a day is told of once").isEmpty();
        digests(Instant.parse("2026-01-06T20:00:00Z")).sendDue();
        assertThat(SMTP.getReceivedMessages()).as("three o’clock in the night").isEmpty();
        preferences.choose(account, Preference.Frequency.NONE, Language.THAI);
        digests(MORNING.plusSeconds(86_400)).sendDue();
        assertThat(SMTP.getReceivedMessages()).isEmpty();
    }

    @Test
    void sampleDataIsMarkedOnTheDeskAndNotToldByMail() {
        var userName = account(Role.PLANNER);
        var item = item("ถนนตัวอย่าง", null);
        waiting.put(
                id(userName),
                new Waiting.Item(
                        item.kind(),
                        item.kindName(),
                        item.title(),
                        item.task(),
                        item.address(),
                        item.due(),
                        item.since(),
                        true));
        assertThat(signedIn(userName).get("/en/desk"))
                .bodyText()
                .contains("ถนนตัวอย่าง</a><span class=\"pill pill-sample");
        preferences.choose(id(userName), Preference.Frequency.DAILY, Language.THAI);
        verify(id(userName));
        digests(MORNING).sendDue();
        assertThat(SMTP.getReceivedMessages()).isEmpty();
    }

    @Test
    void anAccountHasOneDigestADayHoweverManySend() throws Exception {
        for (var i = 0; i < 5; i++) {
            waiting.put(wants(Preference.Frequency.DAILY, Language.THAI), item("ถนน", null));
        }
        var start = new CyclicBarrier(4);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var i = 0; i < 4; i++) {
                all.add(pool.submit(() -> {
                    start.await();
                    digests(MORNING).sendDue();
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        assertThat(SMTP.getReceivedMessages()).hasSize(5);
        digests(MORNING.plusSeconds(86_400)).sendDue();
        assertThat(SMTP.getReceivedMessages()).hasSize(10);
    }

    @Test
    void aWeeklyDigestIsSentOnceAWeek() {
        waiting.put(wants(Preference.Frequency.WEEKLY, Language.THAI), item("ถนน", null));
        for (var day = 0; day < 8; day++) {
            digests(MORNING.plusSeconds(86_400L * day)).sendDue();
        }
        assertThat(SMTP.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whatTheServerDoesNotTakeIsTriedAgainAndAdministratorsAreTold() {
        var account = wants(Preference.Frequency.DAILY, Language.THAI);
        waiting.put(account, item("ถนน", null));
        SMTP.stop();
        var now = Instant.now();
        digests(MORNING).sendDue();
        jdbc.sql("update notices.digest set claimed_at = :now")
                .param("now", Timestamp.from(now))
                .update();
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        assertThat(administrator.get("/desk")).bodyText().contains("ส่งอีเมลไม่สำเร็จ 1 ฉบับ");
        assertThat(administrator.get("/desk/mail")).hasStatusOk().bodyText().contains("ส่งไม่สำเร็จ");
        assertThat(signedIn(account(Role.PLANNER)).get("/desk")).bodyText().doesNotContain("ส่งอีเมลไม่สำเร็จ");
        jdbc.sql("update notices.digest set claimed_at = :then")
                .param("then", Timestamp.from(MORNING))
                .update();
        SMTP.start();
        digests(MORNING.plusSeconds(60)).sendDue();
        assertThat(SMTP.getReceivedMessages()).as("not at once").isEmpty();
        digests(MORNING.plus(SentDigests.AGAIN_AFTER)).sendDue();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
    }

    @Test
    void anAddressCountsOnceItsOwnerHasFollowedTheLink() throws Exception {
        var userName = account(Role.PLANNER);
        var planner = signedIn(userName);
        assertThat(planner.post("/desk/settings", "/desk/settings", Map.of("email", "", "frequency", "daily")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"email-error\"");
        assertThat(planner.post("/desk/settings", "/desk/settings", Map.of("email", "not one", "frequency", "none")))
                .hasStatus(422);
        var settings = Map.of("email", "planner@office.example", "frequency", "daily", "language", "th");
        assertThat(planner.post("/desk/settings", "/desk/settings", settings))
                .hasHeader("Location", "/desk/settings?done=link");
        assertThat(planner.post("/desk/settings", "/desk/settings", settings))
                .as("not twice at once")
                .hasStatus(422);
        var found = LINK.matcher(part(onlyMail(), "text/plain"));
        assertThat(found.find()).isTrue();
        var token = found.group(1);
        assertThat(preferences.of(id(userName)).orElseThrow().email()).isEmpty();
        assertThat(jdbc.sql("select count(*) from notices.preference where encode(token, 'escape') like :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();

        var anybody = visitor();
        assertThat(anybody.get("/desk/address?token=made-up")).hasStatus(410);
        assertThat(anybody.get("/desk/address?token=" + token))
                .hasStatusOk()
                .bodyText()
                .contains("planner@office.example");
        assertThat(preferences.of(id(userName)).orElseThrow().email())
                .as("opening is not confirming")
                .isEmpty();
        assertThat(anybody.post("/desk/address?token=" + token, "/desk/address", Map.of("token", token)))
                .hasStatusOk();
        assertThat(preferences.of(id(userName)).orElseThrow().email()).isEqualTo("planner@office.example");
        assertThat(anybody.get("/desk/address?token=" + token))
                .as("a link works once")
                .hasStatus(410);

        planner.post("/desk/settings", "/desk/settings", Map.of("email", "", "frequency", "none"));
        assertThat(preferences.of(id(userName)).orElseThrow().email()).isEmpty();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID wants(Preference.Frequency frequency, Language language) {
        var account = id(account(Role.OFFICER));
        preferences.choose(account, frequency, language);
        verify(account);
        return account;
    }

    private void verify(UUID account) {
        jdbc.sql("update notices.preference set email = :email where account = :account")
                .param("email", account + "@office.example")
                .param("account", account)
                .update();
    }

    private Digests digests(Instant at) {
        var clock = Clock.fixed(at, ZoneOffset.UTC);
        return new Digests(preferences, new SentDigests(jdbc, clock), desk, directory, letters, post, clock);
    }

    private static Waiting.Item item(String title, @Nullable LocalDate due) {
        return new Waiting.Item(
                "test.thing",
                Localized.of("โครงการทดสอบ", "Test projects"),
                Localized.thai(title),
                Localized.of("ตรวจสอบ", "Check"),
                "/plan?x=1",
                due,
                MORNING,
                false);
    }

    private static MimeMessage onlyMail() {
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
        return SMTP.getReceivedMessages()[0];
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        var text = new StringBuilder();
        collect((MimeMultipart) mail.getContent(), type, text);
        return text.toString();
    }

    private static void collect(MimeMultipart parts, String type, StringBuilder text) throws Exception {
        for (var i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.getContent() instanceof MimeMultipart inner) {
                collect(inner, type, text);
            } else if (part.isMimeType(type)) {
                text.append(part.getContent());
            }
        }
    }
}
