/// Accounts, roles, sign-in, sessions and tokens; and the one table that says which role may use which route.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "web", "packs", "commands", "exchange", "proof"})
package org.phatthana.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
