/// How the columns of a table are known by the words over them, and what was said of them before.
@NullMarked
package org.phatthana.exchange.columns;

import org.jspecify.annotations.NullMarked;
