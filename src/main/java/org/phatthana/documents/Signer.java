package org.phatthana.documents;

/// Somebody who signs a form.
///
/// @param name as it stands in brackets below the signature; dots where it is empty
/// @param position below the name
public record Signer(String name, String position) {}
