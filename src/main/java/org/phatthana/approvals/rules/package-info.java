/// The rules by which a matter goes along its route: functions over records.
@NullMarked
package org.phatthana.approvals.rules;

import org.jspecify.annotations.NullMarked;
