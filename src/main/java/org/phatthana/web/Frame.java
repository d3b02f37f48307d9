package org.phatthana.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.packs.Organization;

/// What stands around every page, the same for all rooms.
///
/// @param organization whose pages these are
/// @param navigation the main menu
/// @param footer the links at the end
/// @param logSize how many entries the public log has: the position that the page reflects
/// @param hasSample whether sample data is loaded
/// @param account the reader who is signed in, if any
public record Frame(
        Organization organization,
        List<Link> navigation,
        List<Link> footer,
        long logSize,
        boolean hasSample,
        @Nullable Account account) {

    /// An entry of the menu.
    ///
    /// @param key the key of its text
    /// @param path its address without a language
    public record Link(String key, String path) {}

    /// The reader who is signed in.
    ///
    /// @param name as the page greets them
    /// @param roles the names of their roles in small letters
    /// @param waiting how many things wait for them
    public record Account(String name, List<String> roles, int waiting) {}
}
