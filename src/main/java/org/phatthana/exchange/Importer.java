package org.phatthana.exchange;

/// Takes in one kind of file, whole or not at all. A room offers one by a bean; the command `import KIND FILE` and
/// `POST /api/v1/imports/{kind}` find it by its kind.
public interface Importer {

    /// The word for this kind of file in commands and addresses: `plan`, `ordinance`, `places`.
    String kind();

    /// Reads the file and, if nothing stands against it, stores what it says in one transaction.
    /// A bad file is an answer, [ImportOutcome.Refused], not an exception; then nothing was stored.
    ImportOutcome take(ImportFile file);
}
