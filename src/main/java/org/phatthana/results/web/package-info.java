/// The pages of evaluations and their files; indicators for programs.
@NullMarked
package org.phatthana.results.web;

import org.jspecify.annotations.NullMarked;
