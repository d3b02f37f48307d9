/// The organization pack: everything that is particular to one province, as data. Rooms read their own part of it.
@NullMarked
@ApplicationModule(allowedDependencies = {"values"})
package org.phatthana.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
