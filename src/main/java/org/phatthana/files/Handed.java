package org.phatthana.files;

import java.util.List;
import org.phatthana.values.Message;

/// What became of the files of one input of a form. Rooms take all of them or none, so that a sender who mends what
/// was refused sends the same choice again.
///
/// @param files the good ones
/// @param refusals what stands against each of the others, for the template "files/field"
public record Handed(List<ReadyFile> files, List<Message> refusals) {

    public Handed {
        files = List.copyOf(files);
        refusals = List.copyOf(refusals);
    }

    public boolean isGood() {
        return refusals.isEmpty();
    }
}
