package org.phatthana.people.web;

import org.phatthana.web.Page;
import org.springframework.web.servlet.View;

/// Where a reader goes after a form.
final class Elsewhere {

    private Elsewhere() {}

    /// An address of ours, in the language of the page.
    static View to(Page page, String address) {
        return page.redirect(address);
    }

    /// The address that somebody wanted before they signed in, if it is one of ours: never a way to lead them to
    /// another site.
    static String safe(String next) {
        var isOurs = next.length() <= 500
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().allMatch(letter -> letter > ' ' && letter != '\\' && letter != 0x7f);
        return isOurs ? next : "/account";
    }
}
