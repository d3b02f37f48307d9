/// The public log: every public act of every room, in one order, appended in the act's own transaction and never
/// changed.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "web"})
package org.phatthana.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
