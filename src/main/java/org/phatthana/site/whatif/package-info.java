/// Money moved in thought: what would change for projects, goals and budget lines. Nothing is stored.
@NullMarked
package org.phatthana.site.whatif;

import org.jspecify.annotations.NullMarked;
