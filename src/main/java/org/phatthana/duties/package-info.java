/// The statutory clock: what the law wants done by when, who owes it, and which entry of the public log shows that
/// it was done. Reckoned from the pack's duties and the log alone.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"values", "web", "packs", "exchange", "proof", "people", "notices", "approvals"})
package org.phatthana.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
