package org.phatthana.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Acting;
import org.phatthana.plan.Plans;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The yearly evaluations and their forms.
@Component
public class Evaluations {

    private static final int MOST_REVISIONS = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Plans plans;
    private final ScoringTemplates templates;
    private final Facts facts;
    private final Clock clock;

    Evaluations(JdbcClient jdbc, JsonMapper json, Plans plans, ScoringTemplates templates, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.plans = plans;
        this.templates = templates;
        this.facts = facts;
        this.clock = clock;
    }

    /// All of them, the newest year first.
    public List<Evaluation> all() {
        return jdbc.sql("select * from results.evaluation order by year desc, is_sample")
                .query(this::evaluation)
                .list();
    }

    /// That of a year: the real one before the sample.
    public Optional<Evaluation> find(FiscalYear year) {
        return jdbc.sql("select * from results.evaluation where year = :year order by is_sample limit 1")
                .param("year", year.buddhistEra())
                .query(this::evaluation)
                .optional();
    }

    /// One that nobody else can change until the transaction ends.
    Optional<Evaluation> lock(String plan, FiscalYear year) {
        return jdbc.sql("select * from results.evaluation where plan_id = :plan and year = :year for update")
                .param("plan", plan)
                .param("year", year.buddhistEra())
                .query(this::evaluation)
                .optional();
    }

    /// Opens the evaluation of a year with the pack's forms as they are now, or goes on with the one that is there.
    ///
    /// @return empty where no plan in force covers the year, or the pack has no forms
    @Transactional
    public Optional<Evaluation> open(FiscalYear year) {
        var plan = plans.all().stream()
                .filter(known -> known.years().contains(year))
                .findFirst();
        if (plan.isEmpty() || templates.all().isEmpty()) {
            return Optional.empty();
        }
        var now = Timestamp.from(clock.instant());
        var opened = jdbc.sql("""
            insert into results.evaluation (plan_id, year, state, opened_at, is_sample)
            values (:plan, :year, 'open', :now, :sample) on conflict do nothing
            """)
                .param("plan", plan.get().id())
                .param("year", year.buddhistEra())
                .param("now", now)
                .param("sample", plan.get().sample())
                .update();
        if (opened > 0) {
            for (var i = 0; i < templates.all().size(); i++) {
                insert(plan.get().id(), year, i, templates.all().get(i), now);
            }
        }
        return find(year);
    }

    private void insert(String plan, FiscalYear year, int ordinal, ScoringTemplate template, Timestamp now) {
        jdbc.sql("""
            insert into results.form (plan_id, year, id, ordinal, template, scores, revision, changed_at)
            values (:plan, :year, :form, :ordinal, :template::jsonb, :scores::jsonb, 1, :now)
            """)
                .param("plan", plan)
                .param("year", year.buddhistEra())
                .param("form", template.id())
                .param("ordinal", ordinal)
                .param("template", json.writeValueAsString(template))
                .param("scores", json.writeValueAsString(Scores.NONE))
                .param("now", now)
                .update();
        remember(plan, year, template.id(), null, now);
    }

    /// Its forms in their order.
    public List<FilledForm> forms(Evaluation evaluation) {
        return of(evaluation, "select * from results.form where plan_id = :plan and year = :year order by ordinal")
                .query(this::form)
                .list();
    }

    public Optional<FilledForm> form(Evaluation evaluation, String id) {
        return of(evaluation, "select * from results.form where plan_id = :plan and year = :year and id = :form")
                .param("form", id)
                .query(this::form)
                .optional();
    }

    /// What the program knows: as it was recorded when the forms were handed in, else worked out now.
    public Known known(Evaluation evaluation) {
        return evaluation.recorded().orElseGet(() -> facts.of(evaluation.plan(), evaluation.year()));
    }

    /// What was saved of a form, newest first.
    public List<FormRevision> revisions(Evaluation evaluation, String form) {
        return of(evaluation, """
            select * from results.form_revision where plan_id = :plan and year = :year and form = :form
            order by revision desc limit :limit
            """)
                .param("form", form)
                .param("limit", MOST_REVISIONS)
                .query((row, _) -> new FormRevision(
                        row.getInt("revision"),
                        json.readValue(row.getString("scores"), Scores.class),
                        Optional.ofNullable((UUID) row.getObject("account")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// Saves what somebody filled in.
    ///
    /// @param seen the revision that they had read; if it is no longer the newest, nothing is stored
    @Transactional
    public FormOutcome save(Evaluation evaluation, String id, int seen, Scores scores, Acting who) {
        var open = lock(evaluation.plan(), evaluation.year()).filter(Evaluation::isOpen);
        var found = form(evaluation, id);
        if (open.isEmpty() || found.isEmpty()) {
            return new FormOutcome.Refused(Map.of("form", Message.of("results.refused.closed")));
        }
        var form = found.get();
        if (form.revision() != seen) {
            return new FormOutcome.Stale(form);
        }
        var faults = scores.faults(form.template());
        if (!faults.isEmpty()) {
            return new FormOutcome.Refused(faults);
        }
        if (form.scores().equals(scores)) {
            return new FormOutcome.Kept(form);
        }
        var now = Timestamp.from(clock.instant());
        of(evaluation, """
            update results.form set scores = :scores::jsonb, revision = revision + 1, changed_at = :now
            where plan_id = :plan and year = :year and id = :form
            """)
                .param("scores", json.writeValueAsString(scores))
                .param("now", now)
                .param("form", id)
                .update();
        remember(evaluation.plan(), evaluation.year(), id, who.id(), now);
        return new FormOutcome.Kept(form(evaluation, id).orElseThrow());
    }

    private void remember(String plan, FiscalYear year, String form, @Nullable UUID account, Timestamp now) {
        jdbc.sql("""
            insert into results.form_revision (plan_id, year, form, revision, scores, account, at)
            select plan_id, year, id, revision, scores, :account, :now from results.form
            where plan_id = :plan and year = :year and id = :form
            """)
                .param("plan", plan)
                .param("year", year.buddhistEra())
                .param("form", form)
                .param("account", account, Types.OTHER)
                .param("now", now)
                .update();
    }

    /// Closes the forms and records what the program knows now.
    void submit(Evaluation evaluation) {
        of(evaluation, """
            update results.evaluation set state = 'submitted', known = :known::jsonb
            where plan_id = :plan and year = :year
            """)
                .param("known", json.writeValueAsString(facts.of(evaluation.plan(), evaluation.year())))
                .update();
    }

    /// Opens the forms again.
    void reopen(Evaluation evaluation) {
        of(evaluation, """
            update results.evaluation set state = 'open', known = null where plan_id = :plan and year = :year
            """).update();
    }

    void publish(Evaluation evaluation) {
        of(evaluation, """
            update results.evaluation set state = 'published', published_at = :now
            where plan_id = :plan and year = :year
            """).param("now", Timestamp.from(clock.instant())).update();
    }

    /// Removes one that was not published, with its forms.
    void remove(Evaluation evaluation) {
        of(evaluation, "delete from results.evaluation where plan_id = :plan and year = :year")
                .update();
    }

    /// Removes what belongs to sample plans, when sample data goes.
    @Transactional
    public void removeSamples() {
        jdbc.sql("delete from results.evaluation where is_sample").update();
    }

    private JdbcClient.StatementSpec of(Evaluation evaluation, String sql) {
        return jdbc.sql(sql)
                .param("plan", evaluation.plan())
                .param("year", evaluation.year().buddhistEra());
    }

    private Evaluation evaluation(ResultSet row, int number) throws SQLException {
        return new Evaluation(
                row.getString("plan_id"),
                new FiscalYear(row.getInt("year")),
                Evaluation.State.of(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("known")).map(text -> json.readValue(text, Known.class)),
                row.getBoolean("is_sample"));
    }

    private FilledForm form(ResultSet row, int number) throws SQLException {
        return new FilledForm(
                Objects.requireNonNull(json.readValue(row.getString("template"), ScoringTemplate.class)),
                Objects.requireNonNull(json.readValue(row.getString("scores"), Scores.class)),
                row.getInt("revision"),
                row.getTimestamp("changed_at").toInstant());
    }
}
