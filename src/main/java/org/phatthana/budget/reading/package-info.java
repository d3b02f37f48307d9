/// How ordinances are understood: JSON, CSV and XLSX into one shape, with a place for every oddity.
@NullMarked
package org.phatthana.budget.reading;

import org.jspecify.annotations.NullMarked;
