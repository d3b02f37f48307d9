package org.phatthana.web;

import jakarta.servlet.http.HttpServletRequest;

/// Makes the frame of a page. The room `site`, which knows the others, implements it; the kit stands below them
/// all.
public interface Framing {

    Frame frame(HttpServletRequest request);
}
