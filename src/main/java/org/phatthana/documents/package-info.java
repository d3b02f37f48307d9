/// The kit for printed forms: a form is described once and written as a workbook and as a PDF that an office signs.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "web", "exchange"})
package org.phatthana.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
