/// The PostgreSQL server that everything is kept in: one that the program starts by itself, or one that it is told
/// of.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.phatthana.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
