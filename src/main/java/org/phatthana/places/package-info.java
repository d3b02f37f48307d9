/// Province, amphoe and tambon: codes, names, people, the bodies that look after them, shapes, the map; and "where
/// is this point?".
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "packs", "commands", "web", "exchange", "proof"})
package org.phatthana.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
