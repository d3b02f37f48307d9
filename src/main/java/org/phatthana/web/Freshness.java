package org.phatthana.web;

/// Tells when what the public reads has changed. `proof` implements it: whatever changes public facts is an entry
/// of the public log, so that a public page is a function of its address and of the log's size.
public interface Freshness {

    /// A number that grows with every public act; cheap to ask, at most a second behind other processes.
    long version();
}
