package org.phatthana.exchange;

/// Takes in one kind of file, whole or not at all. A room offers one by a bean; [Imports] finds it by its kind for
/// the command `import KIND FILE`, for `POST /api/v1/imports/{kind}` and for the pages below `/imports`.
public interface Importer {

    /// The word for this kind of file in commands and addresses: `plan`, `ordinance`, `places`.
    String kind();

    /// What a page says of such files.
    ImportGuide guide();

    /// The columns of the table that a file holds; none where this file is something else.
    default TableColumns columns(ImportFile file) {
        return guide().columns();
    }

    /// Reads the file and, if nothing stands against it, stores what it says in one transaction, the caller's where
    /// there is one. A bad file is an answer, [ImportOutcome.Refused], not an exception; then nothing was stored.
    ImportOutcome take(ImportFile file);
}
