/// What became of what was promised: the yearly evaluation of the plan by its committee, and the report that
/// everyone reads.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "values",
            "web",
            "packs",
            "exchange",
            "proof",
            "strategy",
            "people",
            "documents",
            "notices",
            "approvals",
            "duties",
            "budget",
            "places",
            "registers",
            "works",
            "plan",
            "plan :: operation"
        })
package org.phatthana.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
