/// What waits for whom: the desk's list, which the rooms above fill, and its digest by e-mail.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "web", "packs", "people"})
package org.phatthana.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
