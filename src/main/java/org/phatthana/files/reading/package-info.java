/// What a handed-in file is, told by its content, and pictures made anew of it.
@NullMarked
package org.phatthana.files.reading;

import org.jspecify.annotations.NullMarked;
