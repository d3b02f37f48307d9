/// The clock itself: obligations as a function of duties, facts and a day.
@NullMarked
package org.phatthana.duties.reckoning;

import org.jspecify.annotations.NullMarked;
