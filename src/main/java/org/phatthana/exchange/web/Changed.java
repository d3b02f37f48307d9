package org.phatthana.exchange.web;

/// Something that a file changes, in the reader's language.
///
/// @param difference how much more or less, where it is about money
public record Changed(
        String sheet, int row, String about, String field, String before, String after, String difference) {}
