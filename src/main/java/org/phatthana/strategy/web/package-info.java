/// The interface of the strategy: `GET /api/v1/strategy`, and the colours of its missions as a style sheet.
@NullMarked
package org.phatthana.strategy.web;

import org.jspecify.annotations.NullMarked;
