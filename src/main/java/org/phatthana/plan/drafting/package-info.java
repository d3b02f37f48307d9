/// The planners' work: drafts of projects, and editions on their way to being announced.
@NullMarked
package org.phatthana.plan.drafting;

import org.jspecify.annotations.NullMarked;
