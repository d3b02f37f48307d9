/// The list of places and their JSON.
@NullMarked
package org.phatthana.places.web;

import org.jspecify.annotations.NullMarked;
