/// The budget's pages, downloads and interface.
@NullMarked
package org.phatthana.budget.web;

import org.jspecify.annotations.NullMarked;
