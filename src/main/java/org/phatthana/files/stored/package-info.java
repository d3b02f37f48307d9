/// Where the bytes lie: a folder of the home.
@NullMarked
package org.phatthana.files.stored;

import org.jspecify.annotations.NullMarked;
