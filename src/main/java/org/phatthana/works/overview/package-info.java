/// What an executive should see to, on one page: by mission, department or amphoe, each figure opening to its rows.
@NullMarked
package org.phatthana.works.overview;

import org.jspecify.annotations.NullMarked;
