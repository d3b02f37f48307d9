package org.phatthana.works;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.budget.SampleBooks;
import org.phatthana.files.KeptFiles;
import org.phatthana.packs.Pack;
import org.phatthana.packs.UnsoundPack;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The pack's sample works: told behind the sample books, by the same rules and with the same money as real ones,
/// and removed for ever by one act.
@Component
public class SampleWorks {

    /// Who told the sample, and looks after it.
    static final UUID OWNER = new UUID(0, 0);

    private static final String FILE = "sample/works.yaml";
    private static final String CAPACITY = "pack";

    /// The file of the pack.
    record File(List<Item> works) {}

    /// Works of a project of the sample plan.
    ///
    /// @param project its key in the pack
    /// @param name in Thai; empty for the project's own
    /// @param amount in baht
    /// @param median in baht
    /// @param owned whether somebody looks after them
    record Item(
            String project,
            String name,
            long amount,
            long median,
            String method,
            String request,
            String egp,
            LocalDate opened,
            boolean owned,
            List<Step> facts) {}

    /// Something that happened to them.
    ///
    /// @param kind of fact
    /// @param approver who allowed it, where money moves; else empty
    /// @param fact what it says, as the log tells it
    record Step(String kind, LocalDate day, String approver, Map<String, Object> fact) {}

    private final Pack pack;
    private final Recording recording;
    private final Works works;
    private final Plans plans;
    private final KeptFiles files;
    private final PublicIds ids;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PublicLog log;
    private final Texts texts;
    private final Clock clock;

    SampleWorks(
            Pack pack,
            Recording recording,
            Works works,
            Plans plans,
            KeptFiles files,
            PublicIds ids,
            JdbcClient jdbc,
            JsonMapper json,
            PublicLog log,
            Texts texts,
            Clock clock) {
        this.pack = pack;
        this.recording = recording;
        this.works = works;
        this.plans = plans;
        this.files = files;
        this.ids = ids;
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /// Tells what has happened by today; the rest of the sample is to come.
    @EventListener
    void load(SampleBooks.Loaded books) {
        var today = Thailand.date(clock.instant());
        pack.find(FILE, File.class)
                .ifPresent(file -> file.works().stream()
                        .filter(item -> !item.opened().isAfter(today))
                        .forEach(item -> tell(item, books, today)));
    }

    private void tell(Item item, SampleBooks.Loaded books, LocalDate today) {
        var project = plans.project(books.projects().getOrDefault(item.project(), ""))
                .orElseThrow(() -> refusal(item, "is no project of the sample plan"));
        var line = books.items().get(item.project());
        if (line == null) {
            throw refusal(item, "has no line in the sample books");
        }
        var opened = new Fact.Opened(
                project.id(),
                project.goal(),
                line,
                books.year(),
                item.name().isEmpty() ? project.name() : Localized.thai(item.name()),
                project.department(),
                project.places().stream()
                        .filter(PlanProject.Where::certain)
                        .map(PlanProject.Where::place)
                        .toList(),
                Money.ofBaht(item.amount()),
                item.method(),
                item.median() == 0 ? Optional.empty() : Optional.of(Money.ofBaht(item.median())),
                item.request(),
                item.egp());
        var work = kept(item, recording.open(telling(item.opened(), "executive", opened), item.owned()));
        for (var step : item.facts()) {
            if (step.day().isAfter(today)) {
                break;
            }
            var kind = FactKind.find(step.kind()).orElseThrow(() -> refusal(item, "no such fact: " + step.kind()));
            var fact = Facts.read(kind, json.writeValueAsString(step.fact()));
            kept(item, recording.tell(work, telling(step.day(), step.approver(), fact)));
        }
    }

    private Telling telling(LocalDate day, String approver, Fact fact) {
        return new Telling(ids.next(), OWNER, CAPACITY, day, approver, fact, List.of());
    }

    private String kept(Item item, TellingOutcome outcome) {
        return switch (outcome) {
            case TellingOutcome.Kept(var work, var _) -> work;
            case TellingOutcome.Refused(var faults) -> throw refusal(item, faults.toString());
        };
    }

    private UnsoundPack refusal(Item item, String what) {
        return new UnsoundPack("%s: %s: %s".formatted(pack.path(FILE), item.project(), what));
    }

    /// Removes all sample works with their files and announcements; to be called before their books go.
    ///
    /// @param capacity the role in which it is done
    @Transactional
    public void remove(String capacity) {
        log.lock();
        var sample = works.all().stream().filter(Work::sample).toList();
        files.removeSample(sample.stream()
                .flatMap(work -> work.told().stream())
                .flatMap(told -> told.files().stream())
                .toList());
        jdbc.sql("delete from works.disclosure where is_sample").update();
        jdbc.sql("delete from works.work where is_sample").update();
        if (!sample.isEmpty()) {
            log.append(new PublicAct(
                    "works.sample-removed",
                    "/works",
                    capacity,
                    texts.everywhere(Message.of("works.sample-removed", sample.size())),
                    Map.of("works", sample.size()),
                    true));
        }
    }
}
