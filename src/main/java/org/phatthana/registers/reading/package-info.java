/// Reads what people write into cells and forms as values of fields. Pure: it knows no database and no Spring.
@NullMarked
package org.phatthana.registers.reading;

import org.jspecify.annotations.NullMarked;
