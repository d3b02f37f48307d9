package org.phatthana.site;

import java.util.List;
import java.util.Map;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What the `type` of a problem (RFC 9457) means, at the address that it names.
@Controller
class ProblemPages {

    /// The kinds that this program answers with.
    static final List<String> KINDS = List.of(
            "bad-request",
            "unauthorized",
            "forbidden",
            "not-found",
            "method-not-allowed",
            "not-acceptable",
            "content-too-large",
            "unsupported-media-type",
            "unprocessable-content",
            "too-many-requests",
            "import-refused",
            "unknown-import-kind",
            "outside-the-province",
            "posting-refused",
            "ledger-busy",
            "outcome-unknown",
            "storage-full",
            "internal");

    @GetMapping("/problems")
    View all(Page page) {
        return page.show("site/problems", Map.of("kinds", KINDS));
    }

    @GetMapping("/problems/{kind}")
    View one(Page page, @PathVariable String kind) {
        if (!KINDS.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page.show("site/problems", Map.of("kinds", List.of(kind)));
    }
}
