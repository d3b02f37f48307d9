package org.phatthana.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Where a PostgreSQL database is and who one is there.
///
/// @param url for JDBC, without user and password unless the person who runs the program put them there
/// @param user empty if the address has none
/// @param password empty if the address has none
public record DatabaseAddress(String url, String user, String password) {

    private static final String JDBC = "jdbc:postgresql://";

    /// Reads an address as a person writes it: `jdbc:postgresql://host/database`, or
    /// `postgres://user:password@host/database` as hosting services give it. A user and password that are named
    /// beside it win over those in it.
    ///
    /// @throws Refusal if it is no address of a PostgreSQL database
    public static DatabaseAddress parse(String text, String user, String password) {
        if (text.startsWith(JDBC) && text.length() > JDBC.length()) {
            return new DatabaseAddress(text, user, password);
        }
        if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
            throw Refusal.of("address", concealed(text));
        }
        var uri = URI.create(text);
        if (uri.getRawAuthority() == null
                || uri.getRawPath() == null
                || uri.getRawPath().length() < 2) {
            throw Refusal.of("address", concealed(text));
        }
        var at = uri.getRawAuthority().lastIndexOf('@');
        var login = at < 0 ? "" : uri.getRawAuthority().substring(0, at);
        var colon = login.indexOf(':');
        var loginUser = decoded(colon < 0 ? login : login.substring(0, colon));
        var loginPassword = decoded(colon < 0 ? "" : login.substring(colon + 1));
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress(
                JDBC + uri.getRawAuthority().substring(at + 1) + uri.getRawPath() + query,
                user.isEmpty() ? loginUser : user,
                password.isEmpty() ? loginPassword : password);
    }

    /// The address without what must not be shown.
    String shown() {
        return concealed(url);
    }

    @Override
    public String toString() {
        return shown();
    }

    private static String concealed(String text) {
        return text.replaceAll("//[^/@]*@", "//…@").replaceAll("password=[^&]*", "password=…");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
