package org.phatthana.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.FileImported;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.PublicIds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Workbooks that a planner has handed in and still reviews. Nothing of them is public, and each is its owner's
/// alone.
@Component
public class PendingUploads {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final Pattern CHOICE =
            Pattern.compile("name|announced|into|(group|project|edition)-.{1,200}", Pattern.DOTALL);
    private static final int MOST_PROJECTS_IN_MEMORY = 60_000;

    private final JdbcClient jdbc;
    private final PlanImporter importer;
    private final EditionImporter editions;
    private final PublicIds ids;
    private final Clock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Mapping mapping;
    private final Cache<String, ReadPlan> understood = Caffeine.newBuilder()
            .maximumWeight(MOST_PROJECTS_IN_MEMORY)
            .weigher((String _, ReadPlan plan) ->
                    1 + plan.projects().size() + plan.notes().size() / 4)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    PendingUploads(
            JdbcClient jdbc,
            PlanImporter importer,
            EditionImporter editions,
            PublicIds ids,
            Clock clock,
            JsonMapper json,
            ApplicationEventPublisher events,
            Strategy strategy) {
        this.jdbc = jdbc;
        this.importer = importer;
        this.editions = editions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.events = events;
        this.mapping = new Mapping(strategy);
    }

    /// A workbook under review.
    ///
    /// @param choices what its planner has chosen: `name`, goals for groups and projects, days of editions,
    /// the plan that it goes `into`
    /// @param alreadyStored whether the same file is a plan already
    public record Pending(
            String id,
            String fileName,
            String sha256,
            Map<String, String> choices,
            Instant expiresAt,
            boolean alreadyStored) {}

    /// One group of the workbook with its suggestion.
    ///
    /// @param chosen the goal that was chosen for the whole group, `words` for each by its name
    public record GroupChoice(
            int number,
            ReadProject.Group group,
            int projects,
            Map<String, Integer> suggested,
            String usual,
            String chosen) {}

    /// Keeps a workbook for review.
    ///
    /// @param owner who handed it in; nobody else sees it
    @Transactional
    public String keep(String owner, String fileName, Path file) {
        try {
            var now = clock.instant();
            jdbc.sql("delete from plan.pending where expires_at < :now")
                    .param("now", Timestamp.from(now))
                    .update();
            var id = ids.next();
            jdbc.sql("""
                insert into plan.pending (id, owner, file_name, bytes, sha256, choices, handed_in_at, expires_at)
                values (:id, :owner, :name, :bytes, :sha256, '{}', :now, :expires)
                """)
                    .param("id", id)
                    .param("owner", owner)
                    .param("name", fileName)
                    .param("bytes", Files.readAllBytes(file))
                    .param("sha256", PlanImporter.sha256(file))
                    .param("now", Timestamp.from(now))
                    .param("expires", Timestamp.from(now.plus(KEPT)))
                    .update();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The workbooks that a planner still reviews, newest first.
    public List<Pending> of(String owner) {
        return jdbc.sql("""
            select p.*, exists (select 1 from plan.plan l where l.file_sha256 = p.sha256) as stored from plan.pending p
            where p.owner = :owner and p.expires_at > :now order by p.handed_in_at desc
            """)
                .param("owner", owner)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Pending(
                        row.getString("id"),
                        row.getString("file_name"),
                        row.getString("sha256"),
                        json.readValue(row.getString("choices"), new TypeReference<Map<String, String>>() {}),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getBoolean("stored")))
                .list();
    }

    public Optional<Pending> find(String id, String owner) {
        return of(owner).stream().filter(pending -> pending.id().equals(id)).findFirst();
    }

    /// What is understood of a workbook.
    public ReadPlan understand(Pending pending) {
        return understood.get(pending.sha256(), _ -> {
            var bytes = jdbc.sql("select bytes from plan.pending where id = :id")
                    .param("id", pending.id())
                    .query((row, _) -> row.getBytes("bytes"))
                    .single();
            return read(bytes);
        });
    }

    /// What is understood of a file that is not kept yet.
    ///
    /// @throws IOException if the file cannot be read from disk
    public ReadPlan read(Path file) throws IOException {
        return importer.read(file);
    }

    private ReadPlan read(byte[] bytes) {
        try {
            var file = Files.createTempFile("phatthana-plan", ".xlsx");
            try {
                Files.write(file, bytes);
                return read(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name that the plan would get.
    public String nameOf(Pending pending, ReadPlan plan) {
        var own = pending.choices().getOrDefault("name", "");
        return own.isBlank() ? PlanImporter.nameOf(plan) : own;
    }

    /// When the editions of a workbook's plan came into force: estimated, or as was chosen.
    public EditionDates dates(Pending pending, ReadPlan plan) {
        return importer.dates(plan, pending.choices());
    }

    /// The plans into which a file can go as an edition.
    public List<PlanOverview> candidates(ReadPlan plan) {
        return editions.ofSameYears(plan);
    }

    /// The plan into which a file goes as an edition; empty where it is a plan of its own. Unless a person chose, a
    /// file whose title names an edition, or that has equipment alone, is taken for a part of a plan.
    public Optional<PlanOverview> into(Pending pending, ReadPlan plan) {
        var chosen = pending.choices().getOrDefault("into", "");
        var isPart = plan.edition().isPresent() || plan.projectCount() == 0;
        return chosen.isEmpty() && !isPart
                ? Optional.empty()
                : candidates(plan).stream()
                        .filter(candidate -> chosen.isEmpty() || candidate.id().equals(chosen))
                        .findFirst();
    }

    /// What stands against taking a file into a plan as an edition, or is left to people there.
    public List<CellNote> leftToPeople(Pending pending, ReadPlan plan) {
        return into(pending, plan)
                .map(target -> editions.trial(plan, target, handed(pending, ""), pending.choices()))
                .orElse(List.of());
    }

    /// The workbook's groups with what is suggested and what was chosen.
    public List<GroupChoice> groups(Pending pending, ReadPlan plan) {
        return mapping.proposals(plan).stream()
                .map(proposal -> new GroupChoice(
                        proposal.number(),
                        proposal.group(),
                        proposal.projects(),
                        proposal.suggested(),
                        proposal.usual(),
                        pending.choices().getOrDefault("group-" + proposal.number(), Mapping.BY_WORDS)))
                .toList();
    }

    /// The goal of each project after what was chosen.
    public List<String> goals(Pending pending, ReadPlan plan) {
        return plan.projects().stream().map(mapping.goals(pending.choices())).toList();
    }

    /// The name of the field in which a project's own goal is chosen.
    public static String fieldOf(ReadProject project) {
        return Mapping.key(project);
    }

    /// Keeps what a planner chose; an empty choice takes an earlier one back.
    @Transactional
    public void choose(Pending pending, Map<String, String> changed) {
        var choices = new LinkedHashMap<>(pending.choices());
        changed.forEach((key, value) -> {
            if (!CHOICE.matcher(key).matches()) {
                return;
            }
            if (value.isBlank()) {
                choices.remove(key);
            } else {
                choices.put(key, value.length() > 300 ? value.substring(0, 300) : value);
            }
        });
        jdbc.sql("update plan.pending set choices = :choices::jsonb where id = :id")
                .param("choices", json.writeValueAsString(choices))
                .param("id", pending.id())
                .update();
    }

    /// Makes the workbook a plan or an edition, once, however often and from wherever it is asked for.
    ///
    /// @return the address of what it became; empty if the workbook is no longer there, or something stands against
    ///   it
    @Transactional
    public Optional<String> accept(String id, String owner, String capacity) {
        var locked = jdbc.sql("select id from plan.pending where id = :id and owner = :owner for update")
                .param("id", id)
                .param("owner", owner)
                .query(String.class)
                .optional();
        var pending = locked.flatMap(_ -> find(id, owner));
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        var plan = understand(pending.get());
        if (!plan.errors().isEmpty() || !dates(pending.get(), plan).faults().isEmpty()) {
            return Optional.empty();
        }
        if (!(take(pending.get(), plan, capacity) instanceof ImportOutcome.Stored stored)) {
            return Optional.empty();
        }
        discard(id, owner);
        announce(pending.get(), stored);
        return Optional.of(stored.subject());
    }

    private ImportOutcome take(Pending pending, ReadPlan plan, String capacity) {
        var target = into(pending, plan);
        if (target.isPresent()) {
            var options = new LinkedHashMap<>(pending.choices());
            options.put("plan", target.get().id());
            return editions.take(plan, plan.edition(), handed(pending, capacity), options);
        }
        return plan.projectCount() == 0
                ? EditionImporter.refused("plan.import.only-equipment")
                : importer.store(
                        plan, nameOf(pending, plan), pending.fileName(), pending.sha256(), capacity, pending.choices());
    }

    private static Amendments.Handed handed(Pending pending, String capacity) {
        return new Amendments.Handed(pending.fileName(), pending.sha256(), capacity);
    }

    private void announce(Pending pending, ImportOutcome.Stored stored) {
        events.publishEvent(new FileImported("plan", pending.fileName(), stored.subject()));
    }

    /// Throws a workbook away.
    public boolean discard(String id, String owner) {
        return jdbc.sql("delete from plan.pending where id = :id and owner = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                > 0;
    }
}
