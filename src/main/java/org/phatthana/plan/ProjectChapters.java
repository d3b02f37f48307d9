package org.phatthana.plan;

import java.util.List;

/// What a room knows of the story of projects. Rooms above this one tell theirs by a bean of this type; the page of
/// a project shows all of them as one line in time.
public interface ProjectChapters {

    /// The chapters of a project that anyone may read, in any order; those of one day in the order in which they
    /// happened.
    ///
    /// @param project its public id
    List<Chapter> of(String project);
}
