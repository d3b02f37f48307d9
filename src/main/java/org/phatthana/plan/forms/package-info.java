/// The forms of the law that a plan is printed on, described over its projects. Pure: nothing is read here.
@NullMarked
package org.phatthana.plan.forms;

import org.jspecify.annotations.NullMarked;
