package org.phatthana.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.springframework.stereotype.Component;

/// Takes a list of equipment (ผ.03) that has a file of its own into a plan. What a plan holds was decided and
/// cannot be completed afterwards, so that equipment becomes drafts of an addition (ข้อ 22), as it does on paper;
/// where the workbook of the plan has sheets of ผ.03, they go in with the plan.
@Component
class EquipmentImporter implements Importer {

    private static final ImportGuide GUIDE = PlanImporter.guide("plan.file-equipment.");

    private final PlanImporter importer;
    private final EditionImporter editions;

    EquipmentImporter(PlanImporter importer, EditionImporter editions) {
        this.importer = importer;
        this.editions = editions;
    }

    @Override
    public String kind() {
        return "equipment";
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        try {
            var read = importer.read(file.path());
            return read.errors().isEmpty() && read.projectCount() > 0
                    ? EditionImporter.refused("plan.import.not-equipment", read.projectCount())
                    : editions.take(read, Optional.empty(), EditionImporter.handed(file), file.options());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
