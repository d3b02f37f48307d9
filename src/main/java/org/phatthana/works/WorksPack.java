package org.phatthana.works;

import java.util.List;
import java.util.Optional;
import org.phatthana.packs.Pack;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// What the pack's `works.yaml` says of how this organization procures. A pack without it lets nobody open works.
@Component
public class WorksPack {

    private final File file;

    /// A thing with a name: a method of procurement, or who may allow that money moves.
    ///
    /// @param id of an approver also an authority of the pack's `ledger.yaml`
    public record Named(String id, Localized name) {}

    /// On which kinds of documents of `ledger.yaml` the transactions of works rest.
    ///
    /// @param amendment of money that is set aside for a contract that is changed
    public record Documents(
            String reservation,
            String commitment,
            String amendment,
            String disbursement,
            String release,
            String reversal) {

        static final Documents NONE = new Documents("", "", "", "", "", "");
    }

    /// What the monthly disclosure says of the organization itself.
    ///
    /// @param amphoe in which its office is
    /// @param ministry above it
    /// @param kind what sort of agency it is
    public record Disclosure(Localized amphoe, Localized ministry, Localized kind) {

        static final Disclosure NONE = new Disclosure(Localized.of("", ""), Localized.of("", ""), Localized.of("", ""));
    }

    /// @param toVerify whether an official still has to check it
    record File(
            boolean toVerify, List<Named> methods, List<Named> approvers, Documents documents, Disclosure disclosure) {}

    WorksPack(Pack pack) {
        file = pack.find("works.yaml", File.class)
                .orElse(new File(false, List.of(), List.of(), Documents.NONE, Disclosure.NONE));
    }

    /// The methods of procurement, in the order of a form.
    public List<Named> methods() {
        return file.methods;
    }

    public Optional<Localized> method(String id) {
        return find(file.methods, id);
    }

    /// Who may allow that money moves.
    public List<Named> approvers() {
        return file.approvers;
    }

    public Optional<Localized> approver(String id) {
        return find(file.approvers, id);
    }

    public Disclosure disclosure() {
        return file.disclosure;
    }

    public boolean isToVerify() {
        return file.toVerify;
    }

    Documents documents() {
        return file.documents;
    }

    private static Optional<Localized> find(List<Named> named, String id) {
        return named.stream().filter(each -> each.id.equals(id)).findFirst().map(Named::name);
    }
}
