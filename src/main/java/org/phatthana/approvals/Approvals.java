package org.phatthana.approvals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.people.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The matters that are to be decided, for the rooms that own them.
@Component
public class Approvals {

    /// The routes and bodies of the pack.
    public List<Route> routes() {
        throw new UnsupportedOperationException();
    }

    public List<Body> bodies() {
        throw new UnsupportedOperationException();
    }

    /// Hands a matter in, in the caller's transaction.
    ///
    /// @throws IllegalArgumentException if the pack has no such route
    /// @throws IllegalStateException if there is a matter about the same that is not closed
    @Transactional(propagation = Propagation.MANDATORY)
    public Matter open(NewMatter matter) {
        throw new UnsupportedOperationException(matter.kind());
    }

    /// Does what somebody asks for, if the rules let them.
    @Transactional
    public Outcome act(UUID matter, Acting who, Ask ask) {
        throw new UnsupportedOperationException(matter + ask.text() + who.id());
    }

    public Optional<Matter> find(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /// The newest matter about a subject.
    public Optional<Matter> find(String kind, String subject) {
        throw new UnsupportedOperationException(kind + subject);
    }

    /// The newest matter about each of some subjects, by subject.
    public Map<String, Matter> find(String kind, Collection<String> subjects) {
        throw new UnsupportedOperationException(kind + subjects);
    }

    /// The acts of a matter, the oldest first. Names nobody outside the staff may read are in it.
    public List<Act> history(UUID matter) {
        throw new UnsupportedOperationException(matter.toString());
    }

    /// What somebody may do about a matter now.
    public List<Possibility> may(UUID matter, Acting who) {
        throw new UnsupportedOperationException(matter + "" + who.id());
    }

    /// What waits for somebody, what is due first before the rest.
    public List<Matter> waitingFor(Acting who) {
        throw new UnsupportedOperationException(who.id().toString());
    }

    /// The panel of the newest matter about a subject, as a reader may see it: empty where there is none, or where
    /// it is not public and the reader has no part in it.
    public Optional<Panel> panel(String kind, String subject, Optional<Acting> reader) {
        throw new UnsupportedOperationException(kind + subject + reader);
    }
}
