/// The pages of the registers and their interface, one set for all.
@NullMarked
package org.phatthana.registers.web;

import org.jspecify.annotations.NullMarked;
