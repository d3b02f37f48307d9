/// Takes entries of registers from files: CSV, XLSX and GeoJSON, tried first, with what is wrong at its cell.
@NullMarked
package org.phatthana.registers.intake;

import org.jspecify.annotations.NullMarked;
