/// The pages of works and their interface for programs.
@NullMarked
package org.phatthana.works.web;

import org.jspecify.annotations.NullMarked;
