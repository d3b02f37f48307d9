/// The page of the duties, its files, and the same for programs.
@NullMarked
package org.phatthana.duties.web;

import org.jspecify.annotations.NullMarked;
