/// Understands plan workbooks (form ผ.02) as offices write them. Pure: rows in, projects and remarks out.
@NullMarked
package org.phatthana.plan.workbook;

import org.jspecify.annotations.NullMarked;
