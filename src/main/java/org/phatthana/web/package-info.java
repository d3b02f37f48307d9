/// The kit of the pages and interfaces: languages in addresses, templates, problem details, ETags, paging, security
/// headers.
@NullMarked
@ApplicationModule(allowedDependencies = {"values", "packs"})
package org.phatthana.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
