package org.phatthana.proof.web;

import java.util.Map;
import org.phatthana.proof.PublicLog;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

@Controller
class ProofPage {

    private static final int PAGE_SIZE = 50;

    private final PublicLog log;

    ProofPage(PublicLog log) {
        this.log = log;
    }

    /// The newest entries, or those before a position.
    @GetMapping("/proof")
    View proof(Page page, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var entries = log.newest(before, PAGE_SIZE);
        var hasOlder = !entries.isEmpty() && entries.getLast().position() > 0;
        return page.show("proof/log", Map.of("entries", entries, "size", log.size(), "hasOlder", hasOlder));
    }

    /// The bytes of one entry: RFC 8785 canonical JSON.
    @GetMapping(path = "/proof/entries/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String entry(@PathVariable long position) {
        return log.at(position)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .canonical();
    }
}
