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
            "documents",
            "proof",
            "strategy",
            "places",
            "people",
            "notices",
            "approvals"
        })
package org.phatthana.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
