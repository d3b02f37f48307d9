/// Search over places, projects, budget lines and pages: Thai word breaks, typing mistakes, Thai and Latin digits
/// alike.
@NullMarked
package org.phatthana.site.search;

import org.jspecify.annotations.NullMarked;
