/// Accounts and what belongs to them: passwords and their rules, sessions, tokens, and the record of who did what.
@NullMarked
package org.phatthana.people.accounts;

import org.jspecify.annotations.NullMarked;
