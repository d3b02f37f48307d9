/// The desk, its settings, and what administrators see of outgoing mail.
@NullMarked
package org.phatthana.notices.web;

import org.jspecify.annotations.NullMarked;
