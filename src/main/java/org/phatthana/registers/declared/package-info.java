/// Reads what packs declare of registers, and says what is wrong with it.
@NullMarked
package org.phatthana.registers.declared;

import org.jspecify.annotations.NullMarked;
