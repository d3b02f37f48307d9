package org.phatthana.exchange;

/// Hears a workbook as it is read, sheet by sheet and row by row. Rows that hold nothing are not told.
public interface SheetReader {

    /// A sheet begins; one without rows is told too.
    ///
    /// @param index its place, from 0
    /// @param hidden whether its office keeps it out of sight
    void sheet(int index, String name, boolean hidden);

    void row(SheetRow row);
}
