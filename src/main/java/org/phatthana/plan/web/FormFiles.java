package org.phatthana.plan.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.phatthana.packs.Pack;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.plan.Edition;
import org.phatthana.plan.EditionContents;
import org.phatthana.plan.Editions;
import org.phatthana.plan.Outline;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectContent;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.forms.AmendmentForm;
import org.phatthana.plan.forms.Described;
import org.phatthana.plan.forms.Entry;
import org.phatthana.plan.forms.Group;
import org.phatthana.plan.forms.Occasion;
import org.phatthana.plan.forms.PackForms;
import org.phatthana.plan.forms.ProjectsForm;
import org.phatthana.plan.forms.SummaryForm;
import org.phatthana.plan.forms.Wording;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Makes the forms of a plan out of what is stored. Projects are read in pieces while a form is written.
@Component
class FormFiles {

    static final String SUMMARY = "p01";

    private static final Pattern OF_EDITION = Pattern.compile("edition-(\\d{1,5})(?:-(p0[23](?:-[12])?))?");
    private static final int PIECE = 500;

    private final Plans plans;
    private final Outline outline;
    private final Editions editions;
    private final EditionContents amendments;
    private final PublicLog log;
    private final Wording wording;

    FormFiles(
            Plans plans,
            Outline outline,
            Editions editions,
            EditionContents amendments,
            PublicLog log,
            Places places,
            Pack pack,
            Texts texts) {
        this.plans = plans;
        this.outline = outline;
        this.editions = editions;
        this.amendments = amendments;
        this.log = log;
        this.wording = new Wording(
                texts,
                pack.find("forms.yaml", PackForms.class).orElse(PackForms.NONE),
                pack.organization().name().thai(),
                place -> amphoe(places, place));
    }

    private static String amphoe(Places places, PlaceCode place) {
        return place.code().length() < 4
                ? ""
                : places.find(new PlaceCode(place.code().substring(0, 4)))
                        .map(Place::name)
                        .map(name -> name.thai())
                        .orElse("");
    }

    /// What a form is called in this organization.
    String title(String code) {
        return wording.title(code);
    }

    /// A form that can be written.
    ///
    /// @param name of the file in ASCII, without ending
    /// @param rows how many projects it shows at most
    record Printable(Described described, String name, long rows) {}

    /// The form of an address.
    ///
    /// @param code `p01`, `p02`, `p02-1`, `p02-2`, `p03`; for what an edition decides `edition-3` or
    ///   `edition-3-p03`
    /// @param withOrdinance whether ผ.02 shows what ordinances gave, if the plan says so
    /// @param withDrafts whether the reader may see what is not announced
    /// @return empty if there is no such form
    Optional<Printable> find(PlanOverview plan, String code, boolean withOrdinance, boolean withDrafts) {
        var edition = OF_EDITION.matcher(code);
        if (edition.matches()) {
            var form = edition.group(2) == null ? "p02" : edition.group(2);
            return editions.find(plan.id(), Integer.parseInt(edition.group(1)))
                    .filter(found -> isShown(found, withDrafts))
                    .flatMap(found -> ProjectContent.Form.of(form).flatMap(of -> ofEdition(plan, found, of, code)));
        }
        var occasion = new Occasion(plan, Optional.empty(), log.size());
        if (code.equals(SUMMARY)) {
            var lines = plans.summary(plan.standing());
            return Optional.of(new Printable(
                    new SummaryForm(wording, occasion, lines).described(), name(plan, code), lines.size()));
        }
        return ProjectContent.Form.of(code).map(form -> {
            var hasOrdinance = withOrdinance && outline.hasOrdinance(plan.standing());
            var sections = outline.of(plan.standing(), form);
            var query = ProjectQuery.all(plan.standing());
            var groups = Group.of(sections, section -> out -> tell(query, section, form, out));
            return new Printable(
                    new ProjectsForm(wording, occasion, form, hasOrdinance, groups).described(),
                    name(plan, hasOrdinance ? code + "-ordinance" : code),
                    sections.stream().mapToLong(Outline.Section::projects).sum());
        });
    }

    /// Whether a reader may see an edition's forms: those of the first edition are the plan's own.
    static boolean isShown(Edition edition, boolean withDrafts) {
        return switch (edition.state()) {
            case ANNOUNCED -> edition.type() != Edition.Type.BASE;
            case OPEN, SUBMITTED -> withDrafts;
            case WITHDRAWN -> false;
        };
    }

    private Optional<Printable> ofEdition(PlanOverview plan, Edition edition, ProjectContent.Form form, String code) {
        var decided = amendments.of(edition).stream()
                .filter(amendment -> amendment.content().form() == form)
                .map(FormFiles::decided)
                .toList();
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        var occasion = new Occasion(plan, Optional.of(edition), log.size());
        return Optional.of(new Printable(
                new AmendmentForm(wording, occasion, form, decided).described(), name(plan, code), decided.size()));
    }

    private static AmendmentForm.Decided decided(EditionContents.Amendment amendment) {
        return new AmendmentForm.Decided(
                amendment.act(),
                amendment.before().map(Entry::of),
                amendment.version().map(Entry::of).orElseGet(() -> Entry.of(amendment.content())),
                amendment.version().map(FormFiles::isTextKnown).orElse(true)
                        && amendment.before().map(FormFiles::isTextKnown).orElse(true),
                amendment.mergedInto(),
                amendment.splitFrom());
    }

    private static boolean isTextKnown(PlanProject version) {
        return version.decision().textKnown();
    }

    private void tell(ProjectQuery query, Outline.Section section, ProjectContent.Form form, Consumer<Entry> out) {
        var after = -1;
        var left = section.projects();
        while (left > 0) {
            var piece = plans.projectsAfter(query, section.number(), after, (int) Math.min(PIECE, left));
            for (var project : piece) {
                if (project.heading() == section.number() && project.form() == form) {
                    out.accept(Entry.of(project));
                    left--;
                }
            }
            if (piece.isEmpty() || piece.getLast().heading() != section.number()) {
                return;
            }
            after = piece.getLast().ordinal();
        }
    }

    private static String name(PlanOverview plan, String code) {
        var day = plan.at().map(at -> "-" + at).orElse("");
        return "plan-" + plan.first() + "-" + plan.last() + "-" + code + day;
    }

    /// How many projects stand on each form of the plan.
    Map<ProjectContent.Form, Long> counts(PlanOverview plan) {
        return outline.counts(plan.standing());
    }
}
