/// The pages of evaluations and their files.
@NullMarked
package org.phatthana.results.web;

import org.jspecify.annotations.NullMarked;
