package org.phatthana.files.reading;

import org.phatthana.files.FileType;
import org.phatthana.files.Reading.Reason;

/// What a look at a file's content found.
public sealed interface Found {

    /// It is of a type that is kept.
    record Type(FileType type) implements Found {}

    /// Something stands against it.
    record Objection(Reason reason) implements Found {}
}
