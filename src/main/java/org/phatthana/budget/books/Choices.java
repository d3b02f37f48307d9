package org.phatthana.budget.books;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.values.Localized;

/// What a form offers for a kind of transaction, as the pack has it.
///
/// @param authorities who may allow it
/// @param documents which documents it may rest on
/// @param toVerify whether an official has still to check the pack's table
public record Choices(List<Choice> authorities, List<Choice> documents, boolean toVerify) {

    /// One thing to choose.
    public record Choice(String id, Localized name) {}

    public Choices {
        authorities = List.copyOf(authorities);
        documents = List.copyOf(documents);
    }

    static Choices of(TransactionKind kind, Authorities known) {
        var needs = known.of(kind);
        return new Choices(
                named(needs.authorities().stream(), id -> known.authority(id).orElse(Localized.thai(id))),
                named(needs.documents().stream(), id -> known.document(id).orElse(Localized.thai(id))),
                known.isToVerify());
    }

    private static List<Choice> named(Stream<String> ids, Function<String, Localized> name) {
        return ids.map(id -> new Choice(id, name.apply(id))).toList();
    }

    /// The first authority, which stands in a form to begin with; empty where the pack names none.
    String authority() {
        return authorities.stream().findFirst().map(Choice::id).orElse("");
    }

    /// The first kind of document.
    String document() {
        return documents.stream().findFirst().map(Choice::id).orElse("");
    }
}
