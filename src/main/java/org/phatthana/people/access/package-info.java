/// Who may use what: the table of routes, and the chain of filters that enforces it.
@NullMarked
package org.phatthana.people.access;

import org.jspecify.annotations.NullMarked;
