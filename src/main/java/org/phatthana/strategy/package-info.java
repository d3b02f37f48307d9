/// Vision, promises, missions, goals, the powers that the law gives, and the classification of budgets: from the
/// pack.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "web", "packs"})
package org.phatthana.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
