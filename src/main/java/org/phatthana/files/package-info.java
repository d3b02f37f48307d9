/// Documents and photographs, kept by the digest of their content: what they are, who handed them in, who may open
/// them.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "web", "proof", "people"})
package org.phatthana.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
