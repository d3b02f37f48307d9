package org.phatthana.documents;

import java.util.List;

/// A line of text that fits.
///
/// @param width in points
record Line(List<Run> runs, float width) {

    Line {
        runs = List.copyOf(runs);
    }
}
