package org.phatthana.exchange;

/// News that a file was stored, for whoever keeps account of who did what.
///
/// @param kind the importer's word
/// @param fileName what its owner calls it
/// @param subject the address of what it became
public record FileImported(String kind, String fileName, String subject) {}
