/// Who decides what, in which order and by when: routes from the pack, committees and their members, and every act
/// on the matters that go along them.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "web", "packs", "people", "proof", "notices"})
package org.phatthana.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
