/// Indicators as the pack declares them, and how their figures add up: sums of numerators over sums of
/// denominators, what is missing left out of both, and few people never shown.
@NullMarked
package org.phatthana.results.indicators;

import org.jspecify.annotations.NullMarked;
