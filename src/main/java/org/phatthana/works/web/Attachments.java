package org.phatthana.works.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.files.Accepts;
import org.phatthana.files.Intake;
import org.phatthana.files.Sender;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.works.Telling;
import org.springframework.web.multipart.MultipartFile;

/// The photographs and papers that are sent with a form.
final class Attachments {

    private final Intake intake;
    private final Sender sender;
    private final List<Telling.Attached> files = new ArrayList<>();
    private final Map<String, List<Message>> refusals = new LinkedHashMap<>();

    Attachments(Intake intake, Sender sender) {
        this.intake = intake;
        this.sender = sender;
    }

    /// Reads the files of one input.
    ///
    /// @param parts as they were sent; null where the form has no such input
    void read(String field, @Nullable List<MultipartFile> parts, Accepts accepts, Localized title) {
        if (parts == null) {
            return;
        }
        var handed = intake.readAll(parts, accepts, sender);
        handed.files().forEach(file -> files.add(new Telling.Attached(file, title)));
        if (!handed.isGood()) {
            refusals.put(field, handed.refusals());
        }
    }

    List<Telling.Attached> files() {
        return files;
    }

    /// What stands against files, by input.
    Map<String, List<Message>> refusals() {
        return refusals;
    }
}
