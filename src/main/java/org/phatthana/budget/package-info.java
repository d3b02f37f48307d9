/// The organization's money as its council decided it: budget ordinances by area, programme, task and type, and
/// their income.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"values", "web", "packs", "exchange", "commands", "proof", "strategy", "people"})
package org.phatthana.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
