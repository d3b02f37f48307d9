package org.phatthana.registers.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.phatthana.packs.Pack;
import org.phatthana.packs.UnsoundPack;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.Entries;
import org.phatthana.registers.EntryDraft;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.RecordingOutcome;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings what the pack knows of its registers, `registers/entries/<code>.yaml`, into those that never had an
/// entry, when the program starts. What an office recorded later is never overruled.
@Component
class PackEntries implements InitializingBean {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String CAPACITY = "pack";
    private static final String PLACE = "place";

    /// @param asOf the day from which the entries hold, or today where a clock is behind it
    /// @param source where they are from, told with each
    /// @param entries the values of each by field, as people write them, with the code of its `place`
    record File(LocalDate asOf, Localized source, List<Map<String, Object>> entries) {}

    private final Pack pack;
    private final Registers registers;
    private final Entries entries;
    private final EntryRecording recording;
    private final Readings readings;
    private final PublicLog log;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PackEntries(
            Pack pack,
            Registers registers,
            Entries entries,
            EntryRecording recording,
            Readings readings,
            PublicLog log,
            Texts texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.pack = pack;
        this.registers = registers;
        this.entries = entries;
        this.recording = recording;
        this.readings = readings;
        this.log = log;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        for (var register : registers.ofPack()) {
            pack.find(path(register), File.class)
                    .filter(_ -> entries.isNew(register))
                    .ifPresent(file -> transaction.executeWithoutResult(_ -> bring(register, file)));
        }
    }

    private static String path(Register register) {
        return "registers/entries/" + register.code() + ".yaml";
    }

    private void bring(Register register, File file) {
        log.lock();
        if (!entries.isNew(register)) {
            return;
        }
        var drafts =
                file.entries.stream().map(entry -> draft(register, file, entry)).toList();
        if (recording.record(register, drafts, new EntryRecording.By(NOBODY, CAPACITY))
                instanceof RecordingOutcome.Refused(var faults)) {
            throw unsound(
                    register,
                    faults.stream()
                            .map(fault ->
                                    "entries[%d].%s: %s".formatted(fault.draft(), fault.field(), text(fault.message())))
                            .collect(Collectors.joining("\n")));
        }
    }

    private EntryDraft draft(Register register, File file, Map<String, Object> said) {
        var values = new LinkedHashMap<String, Object>();
        said.forEach((code, written) -> {
            if (code.equals(PLACE)) {
                return;
            }
            var field = register.field(code).orElseThrow(() -> unsound(register, "there is no field " + code));
            var text = written instanceof List<?> parts
                    ? parts.stream().map(Object::toString).collect(Collectors.joining(", "))
                    : written.toString();
            switch (readings.values().read(field, text)) {
                case ReadValue.Value(var value, var _) -> values.put(code, value);
                case ReadValue.Unreadable(var why) -> throw unsound(register, code + ": " + text(why));
                case ReadValue.Nothing() -> {}
            }
        });
        var today = Thailand.date(clock.instant());
        return new EntryDraft(
                Optional.empty(),
                0,
                values,
                Optional.empty(),
                Optional.ofNullable(said.get(PLACE)).map(Object::toString).map(PlaceCode::new),
                "",
                file.asOf.isAfter(today) ? today : file.asOf,
                Optional.empty(),
                file.source.thai());
    }

    private UnsoundPack unsound(Register register, String why) {
        return new UnsoundPack("%s: %s".formatted(pack.path(path(register)), why));
    }

    private String text(Message message) {
        return texts.text(pack.organization().mainLanguage(), message);
    }
}
