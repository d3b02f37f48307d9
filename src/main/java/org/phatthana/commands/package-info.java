/// What a command of the packaged program is: `import`, `token` and others live in the rooms that they concern.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.phatthana.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
