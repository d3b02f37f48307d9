/// What tests share: a fresh database for each Spring context, and the rig of the browser journeys.
@NullMarked
package org.phatthana.testing;

import org.jspecify.annotations.NullMarked;
