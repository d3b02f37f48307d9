/// The small values that every room speaks: money in satang, fiscal years, place codes, texts in several languages.
///
/// Uses nothing but `java.*` and may be used by every room.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.phatthana.values;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
