/// The organization's money as its council decided it: budget ordinances by area, programme, task and type, and
/// their income; and the books, in which every baht is followed to its payment.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "values",
            "web",
            "packs",
            "exchange",
            "commands",
            "proof",
            "strategy",
            "people",
            "documents",
            "notices",
            "approvals",
            "plan"
        })
package org.phatthana.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
