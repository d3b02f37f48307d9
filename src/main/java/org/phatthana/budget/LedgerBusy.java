package org.phatthana.budget;

/// Too many postings wait to be entered; nothing was entered. The same posting may be tried again a little later.
public final class LedgerBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LedgerBusy() {
        super("Too many postings wait to be entered in the ledger");
    }
}
