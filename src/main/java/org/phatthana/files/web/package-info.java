/// Files as they are sent to readers, and the page that tells of one.
@NullMarked
package org.phatthana.files.web;

import org.jspecify.annotations.NullMarked;
