/// Transfers of budget between lines: the draft, who may decide it, the memo, and the money once it is decided.
@NullMarked
package org.phatthana.budget.transfers;

import org.jspecify.annotations.NullMarked;
