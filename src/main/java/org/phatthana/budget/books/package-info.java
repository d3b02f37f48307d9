/// The budget officer's work on the books: opening a year, items, moves of money, and the pages that show them.
@NullMarked
package org.phatthana.budget.books;

import org.jspecify.annotations.NullMarked;
