package org.phatthana.files;

import java.util.Locale;
import java.util.stream.Stream;
import org.phatthana.values.Message;

/// What became of a file that was handed in.
public sealed interface Reading {

    /// It is good, and its bytes are kept.
    record Ready(ReadyFile file) implements Reading {}

    /// It is not taken, and nothing of it is kept.
    ///
    /// @param message what stands against it and what to do, for its sender
    record Refused(Reason reason, Message message) implements Reading {}

    /// What can stand against a file.
    enum Reason {
        /// Nothing was chosen, or there are no bytes.
        EMPTY,
        /// More bytes than [Intake#MOST_BYTES].
        TOO_LARGE,
        /// Its content is of no type that is kept, whatever its name says.
        TYPE,
        /// It is an image where a document is asked for.
        NOT_A_DOCUMENT,
        /// It is a document where a photograph is asked for.
        NOT_A_PHOTOGRAPH,
        /// A photograph as some telephones make it, which no browser but theirs shows.
        HEIC,
        /// An office file of before 2007, or one that is protected by a password: both look alike.
        OLD_OFFICE,
        /// It carries programs.
        MACROS,
        /// It unpacks to far more than an office file holds.
        BOMB,
        /// It breaks off or cannot be read.
        DAMAGED,
        /// A text whose letters are neither UTF-8 nor an old Thai encoding.
        LETTERS,
        /// An image of more pixels than are read.
        PIXELS,
        /// So many images are being read that this one had to wait too long.
        BUSY,
        /// There is no room for it.
        FULL;

        /// @param name of the file
        /// @param limits what its message names besides, in order
        Refused of(String name, Object... limits) {
            var word = name().toLowerCase(Locale.ROOT).replace('_', '-');
            var arguments = Stream.concat(Stream.of(name), Stream.of(limits)).toArray();
            return new Refused(this, Message.of("files.refused." + word, arguments));
        }
    }
}
