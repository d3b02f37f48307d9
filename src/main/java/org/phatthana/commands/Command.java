package org.phatthana.commands;

import org.springframework.beans.factory.BeanFactory;

/// One command of `phatthana`, declared with picocli's annotations. `--help` is answered before the program starts.
///
/// Results go to standard output, progress and refusals to standard error.
public interface Command {

    int DONE = 0;

    /// Refused, or found wrong.
    int REFUSED = 1;

    /// Called wrongly.
    int USAGE = 2;

    /// Does the work with the started rooms.
    ///
    /// @return the exit code: [#DONE], [#REFUSED] or [#USAGE]
    int run(BeanFactory rooms);
}
