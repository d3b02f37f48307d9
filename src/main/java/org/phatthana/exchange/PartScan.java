package org.phatthana.exchange;

/// Watches the bytes of one XML part go by, without parsing them. Zero bytes are left out, so that UTF-16 reads
/// like UTF-8.
final class PartScan {

    private static final long DOCTYPE = packed("<!DOC");
    private static final long ENTITY = packed("<!ENT");
    private static final long FIVE = 0xFF_FFFF_FFFFL;
    private static final long THREE = 0xFF_FFFFL;
    private static final long ROW_BEGUN = packed("<ro");
    private static final long ROW_OF_PREFIX = packed(":ro");
    private static final long REFERENCE = packed(" r=");
    private static final int MOST_LETTERS = 3;

    /// The bytes that say something by themselves; all others, which are most, only go by.
    private static final boolean[] SIGNS = signs("CTw\"'");

    private long last;
    private int letters = -1;
    private boolean mayBeRow;
    private long rows;
    private boolean entities;
    private boolean endlessColumns;

    void accept(byte[] buffer, int count) {
        for (var i = 0; i < count; i++) {
            var letter = buffer[i];
            if (letters >= 0 || mayBeRow || SIGNS[letter & 0xFF]) {
                accept(letter);
            } else if (letter != 0) {
                last = (last << 8) | (letter & 0xFF);
            }
        }
    }

    private void accept(byte letter) {
        if (letter == 0) {
            return;
        }
        if (mayBeRow) {
            rows += (letter & 0xFF) <= ' ' || letter == '>' || letter == '/' ? 1 : 0;
            mayBeRow = false;
        }
        switch (letter) {
            case 'C', 'T' -> {
                var five = ((last << 8) | letter) & FIVE;
                entities |= five == DOCTYPE || five == ENTITY;
            }
            case 'w' -> mayBeRow = (last & THREE) == ROW_BEGUN || (last & THREE) == ROW_OF_PREFIX;
            case '"', '\'' -> letters = (last & THREE) == REFERENCE ? 0 : -1;
            default -> {}
        }
        if (letters >= 0 && isLatin(letter)) {
            letters++;
            endlessColumns |= letters > MOST_LETTERS;
        } else if (letter != '"' && letter != '\'') {
            letters = -1;
        }
        last = (last << 8) | (letter & 0xFF);
    }

    private static boolean isLatin(byte letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    }

    /// Rows begun so far; closing tags are not counted.
    long rows() {
        return rows;
    }

    boolean declaresEntities() {
        return entities;
    }

    /// Whether a cell names a column of more than three letters, which no workbook has.
    boolean hasEndlessColumns() {
        return endlessColumns;
    }

    private static boolean[] signs(String letters) {
        var signs = new boolean[256];
        letters.chars().forEach(letter -> signs[letter] = true);
        return signs;
    }

    private static long packed(String text) {
        long packed = 0;
        for (var i = 0; i < text.length(); i++) {
            packed = (packed << 8) | text.charAt(i);
        }
        return packed;
    }
}
