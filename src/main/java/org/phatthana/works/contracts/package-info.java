/// Contracts as e-GP lists them: taken in for works that are open, and written out.
@NullMarked
package org.phatthana.works.contracts;

import org.jspecify.annotations.NullMarked;
