package org.phatthana.budget.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Refusal.Reason;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.packs.Pack;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// Who may allow which kind of transaction, and which documents it may rest on: the pack's `ledger.yaml`. A kind
/// that the pack does not name is nobody's to allow.
@Component
public class Authorities {

    private final File file;

    /// A thing with a name: an authority or a kind of document.
    public record Named(String id, Localized name) {}

    /// What a kind of transaction asks for, by ids.
    public record Needs(List<String> authorities, List<String> documents) {

        static final Needs NOBODY = new Needs(List.of(), List.of());
    }

    /// @param toVerify whether its assignment still has to be checked by an official
    record File(boolean toVerify, List<Named> authorities, List<Named> documents, Map<String, Needs> kinds) {}

    Authorities(Pack pack) {
        file = pack.find("ledger.yaml", File.class).orElse(new File(false, List.of(), List.of(), Map.of()));
        file.kinds.forEach((kind, needs) -> {
            if (TransactionKind.find(kind).isEmpty()) {
                throw new IllegalStateException("ledger.yaml: there is no kind of transaction «" + kind + "»");
            }
            refuseUnknown(kind, needs.authorities, file.authorities);
            refuseUnknown(kind, needs.documents, file.documents);
        });
    }

    private static void refuseUnknown(String kind, List<String> ids, List<Named> known) {
        for (var id : ids) {
            if (known.stream().noneMatch(named -> named.id.equals(id))) {
                throw new IllegalStateException("ledger.yaml: «%s» of «%s» is not named above".formatted(id, kind));
            }
        }
    }

    /// What a kind of transaction asks for.
    public Needs of(TransactionKind kind) {
        return file.kinds.getOrDefault(kind.code(), Needs.NOBODY);
    }

    /// Whether the pack says that its table still has to be checked by an official.
    public boolean isToVerify() {
        return file.toVerify;
    }

    /// What an authority is called.
    public Optional<Localized> authority(String id) {
        return name(file.authorities, id);
    }

    /// What a kind of document is called.
    public Optional<Localized> document(String id) {
        return name(file.documents, id);
    }

    private static Optional<Localized> name(List<Named> known, String id) {
        return known.stream().filter(named -> named.id.equals(id)).findFirst().map(Named::name);
    }

    Optional<Refusal> refusal(Transaction transaction, int position) {
        var needs = of(transaction.kind());
        var kind = transaction.kind().code();
        if (!needs.authorities.contains(transaction.authority())) {
            return Rules.refuse(
                    Reason.NOT_AUTHORISED,
                    position,
                    "authority",
                    "authority",
                    kind,
                    transaction.authority(),
                    String.join(", ", needs.authorities));
        }
        if (!needs.documents.contains(transaction.document().kind())) {
            return Rules.refuse(
                    Reason.NOT_AUTHORISED,
                    position,
                    "document",
                    "document",
                    kind,
                    transaction.document().kind(),
                    String.join(", ", needs.documents));
        }
        return Optional.empty();
    }
}
