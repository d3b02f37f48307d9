/// The page of the public log.
@NullMarked
package org.phatthana.proof.web;

import org.jspecify.annotations.NullMarked;
