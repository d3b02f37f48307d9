/// The language of indicators: small, typed, always adding up. A formula is read into terms, and a row of a source
/// gives each term an exact amount or nothing.
@NullMarked
package org.phatthana.results.formulas;

import org.jspecify.annotations.NullMarked;
