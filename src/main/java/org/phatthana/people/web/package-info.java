/// The pages of sign-in, of one's own account, and of the office's accounts.
@NullMarked
package org.phatthana.people.web;

import org.jspecify.annotations.NullMarked;
