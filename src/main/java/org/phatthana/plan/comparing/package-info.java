/// What differs between two texts or two versions of a project: functions over records.
@NullMarked
package org.phatthana.plan.comparing;

import org.jspecify.annotations.NullMarked;
