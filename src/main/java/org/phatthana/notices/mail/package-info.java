/// What goes out by e-mail: to whom, how often, and what became of it.
@NullMarked
package org.phatthana.notices.mail;

import org.jspecify.annotations.NullMarked;
