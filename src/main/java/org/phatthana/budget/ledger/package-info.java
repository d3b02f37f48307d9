/// The ledger's inside: its rules as functions over records, and how they are kept.
@NullMarked
package org.phatthana.budget.ledger;

import org.jspecify.annotations.NullMarked;
