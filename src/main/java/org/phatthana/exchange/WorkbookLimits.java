package org.phatthana.exchange;

/// How large a workbook may be. What is larger is refused before it can do harm.
///
/// @param fileBytes the file as it is handed in
/// @param inflatedBytes everything inside it together, unpacked
/// @param rows rows of all sheets together
/// @param columns the rightmost column that may hold something, counted from 1
/// @param sheets how many sheets
public record WorkbookLimits(long fileBytes, long inflatedBytes, int rows, int columns, int sheets) {

    private static final long MEBIBYTE = 1024 * 1024;

    /// What the program takes: an office's whole plan is a few hundred rows in a file of less than one megabyte.
    public static final WorkbookLimits USUAL = new WorkbookLimits(20 * MEBIBYTE, 400 * MEBIBYTE, 100_000, 200, 200);
}
