/// Pages and interfaces of the plan.
@NullMarked
package org.phatthana.plan.web;

import org.jspecify.annotations.NullMarked;
