package org.phatthana.documents;

/// A stretch of text that looks the same.
public record Run(String text, Mark mark) {

    public static Run plain(String text) {
        return new Run(text, Mark.PLAIN);
    }

    public static Run bold(String text) {
        return new Run(text, Mark.BOLD);
    }

    public static Run struck(String text) {
        return new Run(text, Mark.STRUCK);
    }
}
