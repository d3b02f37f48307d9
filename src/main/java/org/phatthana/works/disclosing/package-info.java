/// What the law has published of procurement: the month's summary (สขร.1), its announcement, and the register of
/// sixteen fields.
@NullMarked
package org.phatthana.works.disclosing;

import org.jspecify.annotations.NullMarked;
