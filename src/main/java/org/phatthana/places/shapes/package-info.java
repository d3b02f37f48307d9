/// Geometry without a database: cells around points, shared borders made simple, neighbours, and what is drawn.
@NullMarked
package org.phatthana.places.shapes;

import org.jspecify.annotations.NullMarked;
