/// Typed registers of the province's things, as the pack declares them: what exists, where, since when, and every
/// earlier version of it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "values",
            "web",
            "packs",
            "commands",
            "exchange",
            "proof",
            "strategy",
            "places",
            "people",
            "notices",
            "files"
        })
package org.phatthana.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
