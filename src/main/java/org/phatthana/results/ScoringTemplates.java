package org.phatthana.results;

import java.util.HashSet;
import java.util.List;
import org.phatthana.packs.Pack;
import org.springframework.stereotype.Component;

/// The forms of the pack's `evaluation.yaml`, in the order in which a report shows them.
@Component
class ScoringTemplates {

    record File(List<ScoringTemplate> templates) {}

    private final List<ScoringTemplate> templates;

    ScoringTemplates(Pack pack) {
        templates = List.copyOf(pack.find("evaluation.yaml", File.class).orElse(new File(List.of())).templates);
        var seen = new HashSet<String>();
        for (var template : templates) {
            if (!seen.add(template.id())) {
                throw new IllegalStateException("evaluation.yaml: the form «" + template.id() + "» stands there twice");
            }
            template.facts().forEach(fact -> {
                if (!Facts.NAMES.contains(fact)) {
                    throw new IllegalStateException("evaluation.yaml: the form «%s» shows «%s»; what is known is %s"
                            .formatted(template.id(), fact, Facts.NAMES));
                }
            });
        }
    }

    List<ScoringTemplate> all() {
        return templates;
    }
}
