/// The yearly operation plan: what of the plan is carried out in a fiscal year, by whom, where and in which months.
@NullMarked
@NamedInterface("operation")
package org.phatthana.plan.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
