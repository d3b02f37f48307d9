package org.phatthana.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Message;
import org.phatthana.values.PublicIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.databind.json.JsonMapper;

/// What open editions will decide of projects, while it is written. Nothing of it is public before its edition is
/// announced. Every text that was saved is kept.
@Component
public class Drafts {

    /// The most projects that one edition touches.
    public static final int MOST = 5_000;

    private static final String COLUMNS = "select d.* from plan.draft d";

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Editions editions;
    private final PublicIds ids;
    private final Clock clock;
    private final JsonMapper json;

    Drafts(JdbcClient jdbc, Plans plans, Editions editions, PublicIds ids, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.editions = editions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /// The drafts of an edition, in the order of their headings as they were first written; equipment is last.
    public List<Draft> of(String plan, int edition) {
        return jdbc.sql(COLUMNS + """
             where d.plan_id = :plan and d.edition = :edition
            order by d.content ->> 'form' = 'P03', d.content ->> 'strategy', d.content ->> 'tactic', min(d.created_at) over
                (partition by d.content -> 'strategy', d.content -> 'tactic', d.content -> 'programme'), d.created_at, d.id
            """)
                .param("plan", plan)
                .param("edition", edition)
                .query(this::draft)
                .list();
    }

    public Optional<Draft> find(String id) {
        return jdbc.sql(COLUMNS + " where d.id = :id")
                .param("id", id)
                .query(this::draft)
                .optional();
    }

    /// The drafts of open editions that are about a project, oldest first: whoever works on it should know of them.
    public List<Draft> about(String project) {
        return jdbc.sql(COLUMNS + """
             join plan.edition e on e.plan_id = d.plan_id and e.number = d.edition
             where d.project_id = :project and e.state in ('open', 'submitted') order by d.created_at, d.id
            """)
                .param("project", project)
                .query(this::draft)
                .list();
    }

    /// What was saved of a draft, newest first.
    public List<DraftRevision> revisions(String draft) {
        return jdbc.sql("select * from plan.draft_revision where draft_id = :id order by revision desc limit 200")
                .param("id", draft)
                .query((row, _) -> new DraftRevision(
                        row.getInt("revision"),
                        Edition.Act.of(row.getString("act")).orElseThrow(),
                        json.readValue(row.getString("content"), ProjectContent.class),
                        Optional.ofNullable((UUID) row.getObject("account")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// Begins a new project.
    @Transactional
    public DraftOutcome add(String plan, int edition, ProjectContent content, Writer writer) {
        return add(plan, edition, content, null, writer);
    }

    private DraftOutcome add(
            String plan, int edition, ProjectContent content, @Nullable String splitFrom, Writer writer) {
        var open = openFor(plan, edition);
        if (open.isEmpty()) {
            return closed();
        }
        if (!open.get().type().may(Edition.Act.ADD) && splitFrom == null) {
            return DraftOutcome.Refused.because("plan.draft.refused.act");
        }
        return insert(open.get(), ids.next(), Edition.Act.ADD, Optional.empty(), content, null, splitFrom, writer);
    }

    /// Begins to change or correct a project of the plan, as the edition's type has it; goes on with a draft that
    /// is there already.
    @Transactional
    public DraftOutcome amend(String plan, int edition, String project, Writer writer) {
        return openFor(plan, edition)
                .map(open -> decide(open, project, open.type().amends(), null, null, writer))
                .orElseGet(Drafts::closed);
    }

    /// Takes a project out of the plan.
    ///
    /// @param reason why
    @Transactional
    public DraftOutcome drop(String plan, int edition, String project, String reason, Writer writer) {
        return openFor(plan, edition)
                .map(open -> decide(open, project, Edition.Act.DROP, reason, null, writer))
                .orElseGet(Drafts::closed);
    }

    /// Merges projects into one: it gets their money, places and powers, and they are taken out of the plan.
    ///
    /// @return what became of the one that remains
    @Transactional
    public DraftOutcome merge(
            String plan, int edition, String into, List<String> others, String reason, Writer writer) {
        var open = openFor(plan, edition);
        if (open.isEmpty()) {
            return closed();
        }
        if (others.isEmpty()
                || others.contains(into)
                || others.stream().distinct().count() < others.size()) {
            return DraftOutcome.Refused.because("plan.draft.refused.merge");
        }
        var parts =
                others.stream().map(plans::project).flatMap(Optional::stream).toList();
        var remains = decide(open.get(), into, open.get().type().amends(), null, null, writer);
        if (parts.size() < others.size() || !(remains instanceof DraftOutcome.Kept kept)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return remains instanceof DraftOutcome.Kept
                    ? DraftOutcome.Refused.because("plan.draft.refused.unknown-project")
                    : remains;
        }
        for (var part : parts) {
            var dropped = decide(open.get(), part.id(), Edition.Act.DROP, reason, into, writer);
            if (!(dropped instanceof DraftOutcome.Kept)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return dropped;
            }
        }
        var merged = Amending.merged(
                kept.draft().content(), parts.stream().map(PlanProject::content).toList(), reason);
        return save(kept.draft().id(), kept.draft().revision(), merged, writer);
    }

    /// Begins a part of a project that becomes one of its own; the project itself is amended alongside.
    ///
    /// @return what became of the new part
    @Transactional
    public DraftOutcome split(String plan, int edition, String project, Writer writer) {
        var whole = amend(plan, edition, project, writer);
        return whole instanceof DraftOutcome.Kept kept
                ? add(plan, edition, Amending.part(kept.draft().content()), project, writer)
                : whole;
    }

    private DraftOutcome decide(
            Edition edition,
            String project,
            Edition.Act act,
            @Nullable String reason,
            @Nullable String mergedInto,
            Writer writer) {
        var known = jdbc.sql(COLUMNS + " where d.plan_id = :plan and d.edition = :edition and d.project_id = :project")
                .param("plan", edition.plan())
                .param("edition", edition.number())
                .param("project", project)
                .query(this::draft)
                .optional();
        if (known.isPresent()) {
            return known.get().act() == act
                    ? new DraftOutcome.Kept(known.get())
                    : DraftOutcome.Refused.because("plan.draft.refused.in-edition");
        }
        if (!edition.type().may(act)) {
            return DraftOutcome.Refused.because("plan.draft.refused.act");
        }
        var standing = plans.project(project)
                .filter(version -> version.plan().equals(edition.plan()))
                .filter(version -> version.decision().act() != Edition.Act.DROP);
        if (standing.isEmpty()) {
            return DraftOutcome.Refused.because("plan.draft.refused.unknown-project");
        }
        var content = Amending.withReason(standing.get().content(), reason == null ? "" : reason);
        return insert(edition, project, act, Optional.of(standing.get().edition()), content, mergedInto, null, writer);
    }

    private DraftOutcome insert(
            Edition edition,
            String project,
            Edition.Act act,
            Optional<Integer> from,
            ProjectContent content,
            @Nullable String mergedInto,
            @Nullable String splitFrom,
            Writer writer) {
        var faults = content.faults();
        if (!faults.isEmpty()) {
            return new DraftOutcome.Refused(faults);
        }
        var count = jdbc.sql("select count(*) from plan.draft where plan_id = :plan and edition = :edition")
                .param("plan", edition.plan())
                .param("edition", edition.number())
                .query(Long.class)
                .single();
        if (count >= MOST) {
            return DraftOutcome.Refused.because("plan.draft.refused.too-many", MOST);
        }
        var id = ids.next();
        jdbc.sql("""
            insert into plan.draft (id, plan_id, edition, project_id, act, from_edition, content, merged_into, split_from,
                state, revision, author, created_at, changed_at, is_sample)
            values (:id, :plan, :edition, :project, :act, :from, :content::jsonb, :merged, :split, 'draft', 1, :author,
                :now, :now, :sample)
            """)
                .param("id", id)
                .param("plan", edition.plan())
                .param("edition", edition.number())
                .param("project", project)
                .param("act", act.code())
                .param("from", from.orElse(null))
                .param("content", json.writeValueAsString(content))
                .param("merged", mergedInto)
                .param("split", splitFrom)
                .param("author", writer.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("sample", edition.sample())
                .update();
        var draft = find(id).orElseThrow();
        remember(draft, writer);
        return new DraftOutcome.Kept(draft);
    }

    /// Saves what somebody wrote.
    ///
    /// @param seen the revision that they had read; if it is no longer the newest, nothing is stored
    @Transactional
    public DraftOutcome save(String id, int seen, ProjectContent content, Writer writer) {
        var faults = content.faults();
        var locked = lock(id);
        if (locked.isEmpty()) {
            return DraftOutcome.Refused.because("plan.draft.refused.gone");
        }
        var draft = locked.get();
        if (draft.revision() != seen) {
            return new DraftOutcome.Stale(draft);
        }
        if (!draft.state().isOpen() || openFor(draft.plan(), draft.edition()).isEmpty()) {
            return DraftOutcome.Refused.because("plan.draft.refused.sent");
        }
        if (!faults.isEmpty()) {
            return new DraftOutcome.Refused(faults);
        }
        if (draft.content().equals(content)) {
            return new DraftOutcome.Kept(draft);
        }
        return new DraftOutcome.Kept(rewrite(draft, content, draft.fromEdition(), writer));
    }

    /// Goes on from the newest version of the project, where another edition decided meanwhile; its own words stay.
    @Transactional
    public DraftOutcome goOnFromNewest(String id, int seen, Writer writer) {
        var locked = lock(id);
        if (locked.isEmpty() || locked.get().fromEdition().isEmpty()) {
            return DraftOutcome.Refused.because("plan.draft.refused.gone");
        }
        var draft = locked.get();
        if (draft.revision() != seen) {
            return new DraftOutcome.Stale(draft);
        }
        var newest = plans.project(draft.project()).orElseThrow();
        if (newest.decision().act() == Edition.Act.DROP) {
            return DraftOutcome.Refused.because("plan.draft.refused.dropped");
        }
        return new DraftOutcome.Kept(rewrite(draft, draft.content(), Optional.of(newest.edition()), writer));
    }

    private Draft rewrite(Draft draft, ProjectContent content, Optional<Integer> from, Writer writer) {
        jdbc.sql("""
            update plan.draft set content = :content::jsonb, from_edition = :from, revision = revision + 1, changed_at = :now
            where id = :id
            """)
                .param("content", json.writeValueAsString(content))
                .param("from", from.orElse(null))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", draft.id())
                .update();
        var saved = find(draft.id()).orElseThrow();
        remember(saved, writer);
        return saved;
    }

    private void remember(Draft draft, Writer writer) {
        jdbc.sql("""
            insert into plan.draft_revision (draft_id, revision, act, content, account, at)
            values (:id, :revision, :act, :content::jsonb, :account, :at)
            """)
                .param("id", draft.id())
                .param("revision", draft.revision())
                .param("act", draft.act().code())
                .param("content", json.writeValueAsString(draft.content()))
                .param("account", writer.id())
                .param("at", Timestamp.from(draft.changedAt()))
                .update();
    }

    /// Throws a draft away that was never sent on.
    ///
    /// @return whether it is gone; not so if it was changed or sent meanwhile
    @Transactional
    public boolean discard(String id, int seen) {
        return jdbc.sql("delete from plan.draft where id = :id and revision = :seen and state = 'draft'")
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /// What an approval says of a draft, in the approval's own transaction.
    void move(String id, Draft.State state) {
        jdbc.sql("update plan.draft set state = :state, changed_at = :now where id = :id")
                .param("state", state.code())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /// What stands against sending a draft on, by field.
    public Map<String, Message> lacking(Draft draft) {
        if (draft.act() == Edition.Act.DROP) {
            return draft.content().reason().isBlank()
                    ? Map.of("reason", Message.of("plan.draft.lacking.field"))
                    : Map.of();
        }
        var edition = editions.find(draft.plan(), draft.edition()).orElseThrow();
        return draft.content().lacking(plans.known(draft.plan()).orElseThrow(), edition.type());
    }

    private static DraftOutcome closed() {
        return DraftOutcome.Refused.because("plan.draft.refused.edition-closed");
    }

    private Optional<Edition> openFor(String plan, int edition) {
        return editions.lock(plan, edition).filter(found -> found.state() == Edition.State.OPEN);
    }

    /// All who have written a draft.
    Set<UUID> writers(String id) {
        return Set.copyOf(jdbc.sql(
                        "select distinct account from plan.draft_revision where draft_id = :id and account is not null")
                .param("id", id)
                .query(UUID.class)
                .list());
    }

    Optional<Draft> lock(String id) {
        return jdbc.sql(COLUMNS + " where d.id = :id for update of d")
                .param("id", id)
                .query(this::draft)
                .optional();
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getString("plan_id"),
                row.getInt("edition"),
                row.getString("project_id"),
                Edition.Act.of(row.getString("act")).orElseThrow(),
                Optional.ofNullable((Integer) row.getObject("from_edition")),
                Objects.requireNonNull(json.readValue(row.getString("content"), ProjectContent.class)),
                Optional.ofNullable(row.getString("merged_into")),
                Optional.ofNullable(row.getString("split_from")),
                Draft.State.of(row.getString("state")),
                row.getInt("revision"),
                Optional.ofNullable((UUID) row.getObject("author")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getBoolean("is_sample"));
    }
}
