package org.phatthana.people.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.phatthana.people.Person;
import org.phatthana.people.Role;
import org.phatthana.values.Message;

/// What an administrator writes about an account.
public record Profile(String userName, String displayName, String email, String department, Set<Role> roles) {

    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]");
    private static final int MAX_NAME = 120;

    public Profile {
        userName = userName.strip().toLowerCase(Locale.ROOT);
        displayName = displayName.strip();
        email = email.strip();
        department = department.strip();
        roles = Set.copyOf(roles);
    }

    /// What is wrong with it, by the name of the field; empty if nothing is.
    public Map<String, List<Message>> problems() {
        var problems = new java.util.LinkedHashMap<String, List<Message>>();
        require(problems, "displayName", !displayName.isEmpty(), "people.problem.display-name-missing");
        require(problems, "displayName", displayName.length() <= MAX_NAME, "people.problem.too-long", MAX_NAME);
        require(problems, "userName", USER_NAME.matcher(userName).matches(), "people.problem.user-name");
        require(problems, "email", email.isEmpty() || Person.looksLikeEmail(email), "people.problem.email");
        require(problems, "department", department.length() <= MAX_NAME, "people.problem.too-long", MAX_NAME);
        require(problems, "roles", !roles.isEmpty(), "people.problem.no-role");
        return problems;
    }

    private static void require(
            Map<String, List<Message>> problems, String field, boolean holds, String key, Object... arguments) {
        if (!holds) {
            problems.computeIfAbsent(field, _ -> new ArrayList<>()).add(Message.of(key, arguments));
        }
    }
}
