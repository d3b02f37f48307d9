/// Reads forms written for ODK and Kobo (XLSForm workbooks, <https://xlsform.org>) as declarations of registers.
@NullMarked
package org.phatthana.registers.xlsform;

import org.jspecify.annotations.NullMarked;
