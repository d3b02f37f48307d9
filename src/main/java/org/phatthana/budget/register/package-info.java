/// The register of expenditure (ทะเบียนคุมงบประมาณรายจ่าย) as other systems keep it: taken over into the books, and
/// written out of them.
@NullMarked
package org.phatthana.budget.register;

import org.jspecify.annotations.NullMarked;
