package org.phatthana.strategy.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.phatthana.strategy.Strategy;
import org.phatthana.web.StyleSheets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The colours of the pack's missions as a small style sheet: `.mission-M1` sets `--mission` and `--mission-soft`.
@RestController
@Component
class Theme implements StyleSheets {

    private final String css;
    private final String path;

    Theme(Strategy strategy) {
        var light = new StringBuilder();
        var dark = new StringBuilder("@media (prefers-color-scheme: dark) {\n");
        for (var mission : strategy.missions()) {
            light.append(rule(mission.id(), mission.colour()));
            dark.append(rule(mission.id(), mission.colourDark()));
        }
        css = light.append(dark).append("}\n").toString();
        path = "/theme/" + hash(css) + ".css";
    }

    @Override
    public String path() {
        return path;
    }

    @GetMapping("/theme/{hash}.css")
    ResponseEntity<String> theme() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(css);
    }

    private static String rule(String id, String colour) {
        return ".mission-%s { --mission: %s; --mission-soft: color-mix(in srgb, %s 8%%, var(--card)); }%n"
                .formatted(id, colour, colour);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
