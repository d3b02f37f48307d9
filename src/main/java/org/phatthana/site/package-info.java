/// The frame of the pages and those that tell of several rooms at once: navigation, home, my tambon, search.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "values",
            "web",
            "packs",
            "proof",
            "strategy",
            "places",
            "people",
            "notices",
            "registers",
            "plan",
            "results",
            "results :: scorecards",
            "budget",
            "works",
            "exchange"
        })
package org.phatthana.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
