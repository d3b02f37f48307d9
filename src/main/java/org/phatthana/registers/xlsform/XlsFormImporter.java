package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.packs.Pack;
import org.phatthana.people.Acting;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.Entries;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.Field;
import org.phatthana.registers.FormDeclarations;
import org.phatthana.registers.FormDeclarations.Declaration;
import org.phatthana.registers.Privacy;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.kept.Digests;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes a register of a form, or another version of the register that the form was made into before.
///
/// Options: `public` opens the fields of which the form does not say who may read them; `keeper` is the department
/// that keeps the register.
@Component
class XlsFormImporter implements Importer {

    static final String KIND = "xlsform";

    private static final String PUBLIC = "public";
    private static final String KEEPER = "keeper";
    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Pattern ASKED = Pattern.compile("\\$\\{\\s*([^{}]*?)\\s*}");
    private static final ImportGuide GUIDE = new ImportGuide(
            "administrator",
            "/registers",
            "/imports/" + KIND,
            "registers.xlsform.",
            List.of(".xlsx"),
            List.of(new ImportGuide.Option(PUBLIC, true), new ImportGuide.Option(KEEPER, false)),
            List.of());

    private final Registers registers;
    private final SeriesCatalogue series;
    private final FormDeclarations forms;
    private final Entries entries;
    private final PublicLog log;
    private final Texts texts;
    private final Pack pack;
    private final TransactionTemplate transaction;

    XlsFormImporter(
            Registers registers,
            SeriesCatalogue series,
            FormDeclarations forms,
            Entries entries,
            PublicLog log,
            Texts texts,
            Pack pack,
            TransactionTemplate transaction) {
        this.registers = registers;
        this.series = series;
        this.forms = forms;
        this.entries = entries;
        this.log = log;
        this.texts = texts;
        this.pack = pack;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var form = new FormFile(file.path());
        if (!form.errors().isEmpty()) {
            return new ImportOutcome.Refused(form.errors());
        }
        var sheet = form.survey().orElseThrow();
        var wording = new Wording(form);
        var choices = new ChoiceLists(form, wording);
        var survey = new SurveyReading(sheet, wording, choices);
        var errors = new ArrayList<>(survey.errors());
        errors.addAll(ExpressionCheck.errors(sheet, survey.names()));
        errors.addAll(choices.errors());
        if (!errors.isEmpty()) {
            return new ImportOutcome.Refused(errors);
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            log.lock();
            return take(file, form, wording, choices, survey);
        }));
    }

    private ImportOutcome take(
            ImportFile file, FormFile form, Wording wording, ChoiceLists choices, SurveyReading survey) {
        var named = named(file, form, wording);
        var latest = forms.newest(named.code());
        var taken = taken(named, latest);
        if (taken.isPresent()) {
            return new ImportOutcome.Refused(List.of(form.settings()
                    .map(row -> row.note("form_id", taken.get()))
                    .orElseGet(() -> CellNote.ofFile(taken.get()))));
        }
        var drawing = new RegisterDrawing(
                survey,
                choices,
                texts::everywhere,
                file.options().getOrDefault(PUBLIC, "").equals("true") ? Privacy.PUBLIC : Privacy.STAFF);
        drawing.draw(named);
        if (!drawing.errors().isEmpty()) {
            return new ImportOutcome.Refused(drawing.errors());
        }
        var before = latest.map(old -> registers.of(old.content(), old.lists()));
        var after = registers.of(drawing.content(), drawing.lists());
        var changes = new FormChanges(before, after, drawing);
        var hasEntries = before.isPresent() && !entries.isNew(after);
        if (hasEntries && !changes.losses().isEmpty()) {
            return new ImportOutcome.Refused(changes.losses());
        }
        var next = new Declaration(
                named.code(),
                latest.map(Declaration::version).orElse(0) + 1,
                named.form(),
                asKept(drawing.content()),
                asKept(drawing.lists()));
        var isSame = latest.filter(old ->
                        old.content().equals(next.content()) && old.lists().equals(next.lists()))
                .isPresent();
        if (!isSame) {
            keep(next, after, file);
        }
        var notes = new ArrayList<CellNote>();
        notes.add(CellNote.ofFile(
                isSame
                        ? Message.of("registers.xlsform.note.same", next.version() - 1)
                        : Message.of(
                                "registers.xlsform.note.becomes", after.title(), after.address(), after.keeper())));
        if (hasEntries) {
            notes.addAll(changes.cautions());
        }
        notes.addAll(new FormNotes(form, wording).all(after, survey, choices, drawing));
        return new ImportOutcome.Stored(
                after.address(),
                counts(after, isSame ? next.version() - 1 : next.version()),
                Map.of(),
                notes,
                changes.all());
    }

    /// As it is read again, so that the same is equal.
    private static JsonNode asKept(JsonNode content) {
        return JSON.readTree(content.toString());
    }

    /// Why the code cannot be that of this form's register, if it cannot.
    private Optional<Message> taken(RegisterDrawing.Named named, Optional<Declaration> latest) {
        if (registers.ofPack().stream().anyMatch(register -> register.code().equals(named.code()))) {
            return Optional.of(Message.of("registers.xlsform.wrong.taken", named.form(), named.code()));
        }
        if (series.find(named.code()).isPresent()) {
            return Optional.of(Message.of("registers.xlsform.wrong.series", named.form(), named.code()));
        }
        return latest.filter(old -> !old.form().equals(named.form()))
                .map(old -> Message.of("registers.xlsform.wrong.other-form", named.form(), old.form()));
    }

    private RegisterDrawing.Named named(ImportFile file, FormFile form, Wording wording) {
        var stated = form.setting("form_id").isEmpty() ? form.setting("id_string") : form.setting("form_id");
        var id = stated.isEmpty() ? file.name().replaceFirst("\\.[^.]*$", "") : stated;
        var code = Codes.ofLists().next(id, false);
        var title =
                form.settings().flatMap(row -> wording.of(row, "form_title")).orElseGet(() -> Localized.of(id, id));
        var stands = CellText.oneLine(file.options().getOrDefault(KEEPER, ""));
        var keeper = stands.isEmpty()
                ? registers
                        .find(code)
                        .map(Register::keeper)
                        .orElse(pack.organization().name())
                : Localized.of(stands, stands);
        var from = ASKED.matcher(form.setting("instance_name"))
                .results()
                .map(asked -> asked.group(1))
                .findFirst();
        return new RegisterDrawing.Named(code, id, title, keeper, from);
    }

    private void keep(Declaration next, Register register, ImportFile file) {
        var digest =
                Digests.over(List.of(next.content().toString(), next.lists().toString()));
        var by = new EntryRecording.By(Acting.current().map(Acting::id).orElse(NOBODY), file.capacity());
        forms.keep(next, file.name(), digest, by);
        log.append(new PublicAct(
                "registers.register-declared",
                register.address(),
                file.capacity(),
                texts.everywhere(Message.of(
                        next.version() == 1 ? "registers.act.declared" : "registers.act.declared-again",
                        register.title(),
                        next.version())),
                Map.of(
                        "register",
                        next.code(),
                        "version",
                        next.version(),
                        "fields",
                        register.fields().size(),
                        "digest",
                        digest),
                false));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                registers.forget();
            }
        });
    }

    private static Map<String, Long> counts(Register register, int version) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("fields", (long) register.fields().size());
        counts.put("public", (long) register.publicFields().size());
        counts.put(
                "lists",
                register.fields().stream()
                        .flatMap(field -> field.codes().stream())
                        .distinct()
                        .count());
        counts.put(
                "required", register.fields().stream().filter(Field::required).count());
        counts.put("version", (long) version);
        return counts;
    }
}
