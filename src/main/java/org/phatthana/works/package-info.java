/// What is procured, contracted and built for the projects of the plan, with every baht: procurement, contracts,
/// progress, inspections, payments, hand-over and warranty.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "values",
            "web",
            "packs",
            "exchange",
            "proof",
            "files",
            "strategy",
            "places",
            "people",
            "documents",
            "notices",
            "approvals",
            "duties",
            "budget",
            "plan"
        })
package org.phatthana.works;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
