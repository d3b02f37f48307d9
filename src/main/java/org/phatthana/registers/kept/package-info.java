/// How entries stand in the tables: values as JSON, geometries as GeoJSON, digests, and the statements.
@NullMarked
package org.phatthana.registers.kept;

import org.jspecify.annotations.NullMarked;
