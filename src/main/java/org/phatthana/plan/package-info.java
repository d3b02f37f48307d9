/// The five-year plan: its projects, whose newest version counts, and the workbooks that it comes from.
///
/// A project's story is a row of versions, one for each edition that touched it; nothing is overwritten.
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
            "documents",
            "notices",
            "approvals",
            "duties"
        })
package org.phatthana.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
