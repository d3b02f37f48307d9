/// Closing the books: month by month, and at the end of the year, when money is carried over or lapses.
@NullMarked
package org.phatthana.budget.closing;

import org.jspecify.annotations.NullMarked;
