/// How files come in and go out: what an import is and answers, workbooks opened safely, tables written as CSV and
/// XLSX.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "web", "packs", "commands"})
package org.phatthana.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
