package org.phatthana.web;

/// A style sheet that a room makes from the pack, beside the bundled one. Every page links it.
public interface StyleSheets {

    /// Its address, which changes when its content does.
    String path();
}
