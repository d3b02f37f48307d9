package org.phatthana.registers.web;

import java.util.List;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.web.Page;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// What a phone needs to install the form for the field, and to open it without a signal.
@RestController
class FieldAppFiles {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Registers registers;

    FieldAppFiles(Registers registers) {
        this.registers = registers;
    }

    /// A web application manifest (W3C).
    record Manifest(
            String id,
            String name,
            String short_name,
            String description,
            String lang,
            String start_url,
            String scope,
            String display,
            String theme_color,
            String background_color,
            List<Icon> icons) {}

    record Icon(String src, String sizes, String type, String purpose) {}

    @GetMapping("/registers/{code}/field/app.webmanifest")
    ResponseEntity<Manifest> manifest(Page page, @PathVariable String code) {
        var register = registers.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(MANIFEST).body(manifest(page, register));
    }

    private static Manifest manifest(Page page, Register register) {
        var start = page.href(register.address() + "/field");
        return new Manifest(
                start,
                page.text("registers.field.app", register.title()),
                page.text(register.title()),
                page.text("registers.field.lead"),
                page.language().code(),
                start,
                "/",
                "standalone",
                "#4B2E83",
                "#FFFFFF",
                List.of(
                        new Icon(page.asset("icon.svg"), "any", "image/svg+xml", "any"),
                        new Icon(page.asset("icon-192.png"), "192x192", "image/png", "any"),
                        new Icon(page.asset("icon-512.png"), "512x512", "image/png", "maskable")));
    }

    /// The service worker, from the root, so that it may answer for all pages.
    @GetMapping("/service-worker.js")
    ResponseEntity<Resource> worker(Page page) {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("static" + page.asset("service-worker.js")));
    }
}
