/// The pages of committees and duties, and the one place where acts on matters of every kind arrive.
@NullMarked
package org.phatthana.approvals.web;

import org.jspecify.annotations.NullMarked;
