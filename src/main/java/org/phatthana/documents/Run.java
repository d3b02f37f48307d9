package org.phatthana.documents;

/// A stretch of text that looks the same.
public record Run(String text, Mark mark) {

    /// Control characters, which neither paper nor a workbook can show, become blanks.
    public Run {
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        if (text.chars().anyMatch(Run::isControl)) {
            text = text.codePoints()
                    .map(letter -> isControl(letter) ? ' ' : letter)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    private static boolean isControl(int letter) {
        return letter != '\n' && Character.isISOControl(letter);
    }

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
