package org.phatthana.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Accounts;
import org.springframework.stereotype.Component;

/// Who has an account, for the rooms above.
@Component
public class Directory {

    private final Accounts accounts;

    Directory(Accounts accounts) {
        this.accounts = accounts;
    }

    public Optional<Person> find(UUID id) {
        return accounts.find(id).map(Directory::person);
    }

    /// Those of some accounts that exist, by id.
    public Map<UUID, Person> find(Collection<UUID> ids) {
        return accounts.find(ids).stream().map(Directory::person).collect(Collectors.toMap(Person::id, one -> one));
    }

    /// At most `limit` people whose account may be used, by user name.
    public List<Person> enabled(int limit) {
        return accounts.enabled(limit).stream().map(Directory::person).toList();
    }

    private static Person person(Account account) {
        return new Person(
                account.id(),
                account.displayName(),
                account.email(),
                account.department(),
                account.roles(),
                account.enabled(),
                account.mustChangePassword());
    }
}
