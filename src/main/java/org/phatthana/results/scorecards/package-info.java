/// How far each goal has come: values against their standards, trends with their uncertainty, places in the order
/// of who is waited for most, and what every figure is made of.
@NullMarked
@NamedInterface("scorecards")
package org.phatthana.results.scorecards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
