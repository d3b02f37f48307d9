package org.phatthana.registers.intake;

import java.time.Clock;
import java.util.List;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.ImporterSource;
import org.phatthana.exchange.TableFiles;
import org.phatthana.registers.Entries;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// An importer for each register.
@Component
class RegisterImporters implements ImporterSource {

    private final Registers registers;
    private final Entries entries;
    private final EntryRecording recording;
    private final TableFiles tables;
    private final Readings readings;
    private final Texts texts;
    private final Clock clock;

    RegisterImporters(
            Registers registers,
            Entries entries,
            EntryRecording recording,
            TableFiles tables,
            Readings readings,
            Texts texts,
            Clock clock) {
        this.registers = registers;
        this.entries = entries;
        this.recording = recording;
        this.tables = tables;
        this.readings = readings;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Importer> importers() {
        return registers.all().stream().<Importer>map(this::importer).toList();
    }

    private RegisterImporter importer(Register register) {
        return new RegisterImporter(register, entries, recording, tables, readings, texts, clock);
    }
}
