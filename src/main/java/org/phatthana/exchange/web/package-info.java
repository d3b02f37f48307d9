/// Imports over HTTP.
@NullMarked
package org.phatthana.exchange.web;

import org.jspecify.annotations.NullMarked;
