package org.phatthana.budget;

import java.util.Optional;

/// An account of the ledger: one stage of the money of one budget line.
///
/// @param line the public id of the line
public record AccountId(String line, Stage stage) {

    /// The account of an id such as `01k9…-committed`.
    public static Optional<AccountId> parse(String text) {
        var dash = text.indexOf('-');
        return dash <= 0
                ? Optional.empty()
                : Stage.find(text.substring(dash + 1)).map(stage -> new AccountId(text.substring(0, dash), stage));
    }

    @Override
    public String toString() {
        return line + "-" + stage.code();
    }
}
