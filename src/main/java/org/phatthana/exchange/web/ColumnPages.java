package org.phatthana.exchange.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.Imports;
import org.phatthana.exchange.TableFiles;
import org.phatthana.exchange.columns.Mappings;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Which column of a file is which: said of a tried file, remembered once it was accepted, forgotten again.
@Controller
class ColumnPages {

    private final Imports imports;
    private final TriedFiles tried;
    private final Trials trials;
    private final ColumnChoices choices;
    private final Mappings mappings;

    ColumnPages(Imports imports, TriedFiles tried, Trials trials, ColumnChoices choices, Mappings mappings) {
        this.imports = imports;
        this.tried = tried;
        this.trials = trials;
        this.choices = choices;
        this.mappings = mappings;
    }

    /// Tries a file again with what is said of its columns.
    @PostMapping("/imports/{kind}/{id}/columns")
    View say(
            Page page,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Authentication reader) {
        var guide = guide(kind);
        var capacity = ImportEndpoint.capacity(guide, reader);
        var file = tried.of(reader.getName(), kind)
                .filter(one -> one.id().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var heads = tried.heads(file, capacity);
        if (heads.isEmpty()) {
            return page.redirect(guide.form() + "/" + id);
        }
        var head = heads.getFirst();
        var stated = new HashMap<>(file.options());
        guide.options().stream()
                .filter(option -> form.containsKey("option-" + option.name()))
                .forEach(option -> stated.put(
                        option.name(),
                        form.getOrDefault("option-" + option.name(), "").strip()));
        var row = CellText.latinDigits(form.getOrDefault("heading", "").strip());
        if (!row.isEmpty() && !row.equals(Integer.toString(head.row()))) {
            stated.keySet().removeIf(option -> option.startsWith(TableFiles.COLUMN));
            stated.put(TableFiles.HEADING, row);
            return page.redirect(guide.form() + "/" + tried.restate(file, stated) + "#columns");
        }
        var chosen = ColumnChoices.chosen(form, head);
        if (new HashSet<>(chosen.values()).size() < chosen.size()) {
            var choice = choices.of(page, guide, head, chosen, page.text("exchange.columns.one-each"));
            return trials.show(
                    page, 422, guide, file, tried.attempt(file, capacity).orElseThrow(), Optional.of(choice));
        }
        var headed = file.options().containsKey(TableFiles.HEADING) ? Integer.toString(head.row()) : "";
        var options = ColumnChoices.options(stated, guide.columns(), head, chosen, headed);
        return page.redirect(guide.form() + "/" + tried.restate(file, options));
    }

    /// What is remembered of files of a kind.
    @GetMapping("/imports/{kind}/columns")
    View remembered(Page page, @PathVariable String kind) {
        var guide = guide(kind);
        var titles = new HashMap<String, String>();
        var remembered = mappings.of(kind);
        remembered.stream()
                .flatMap(one -> one.fields().keySet().stream())
                .filter(field -> guide.columns().find(field).isPresent())
                .forEach(field -> titles.put(field, ColumnChoices.title(page, guide.columns(), field)));
        return page.show("exchange/remembered", Map.of("guide", guide, "titles", titles, "remembered", remembered));
    }

    @PostMapping("/imports/{kind}/columns/{id}/forget")
    View forget(Page page, @PathVariable String kind, @PathVariable String id) {
        var guide = guide(kind);
        mappings.forget(kind, id);
        return page.redirect(guide.form() + "/columns");
    }

    private ImportGuide guide(String kind) {
        return imports.guide(kind)
                .filter(guide -> !guide.columns().isEmpty() && guide.form().equals("/imports/" + kind))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
