package org.phatthana.works.contracts;

import java.util.ArrayList;
import java.util.List;
import org.phatthana.works.Work;

/// Finds the works that rows of other systems are about: by the number in e-GP, by the contract's number, and last
/// by their name, which somebody has to confirm.
final class Matching {

    private final List<Work> works;

    /// @param works those that may be meant
    Matching(List<Work> works) {
        this.works = works;
    }

    /// What a row is about.
    ///
    /// @param works one where it is known which, several where it is not, none where none fits
    /// @param byName whether only the name says so
    record Match(List<Work> works, boolean byName) {}

    Match of(String egp, String contract, String name) {
        var byNumber = egp.isEmpty()
                ? List.<Work>of()
                : works.stream()
                        .filter(work -> ContractRow.digits(work.opened().egp()).equals(egp))
                        .toList();
        if (byNumber.size() == 1) {
            return new Match(byNumber, false);
        }
        var candidates = byNumber.isEmpty() ? works : byNumber;
        var byContract = contract.isEmpty()
                ? List.<Work>of()
                : candidates.stream()
                        .filter(work -> work.contract()
                                .filter(signed -> bare(signed.fact().number()).equals(bare(contract)))
                                .isPresent())
                        .toList();
        if (!byContract.isEmpty()) {
            return new Match(byContract, false);
        }
        var named = new ArrayList<Work>();
        for (var work : candidates) {
            var isOther = !egp.isEmpty()
                    && !work.opened().egp().isEmpty()
                    && !ContractRow.digits(work.opened().egp()).equals(egp);
            if (!name.isEmpty() && !isOther && bare(work.name().thai()).equals(bare(name))) {
                named.add(work);
            }
        }
        return named.isEmpty() ? new Match(byNumber, false) : new Match(named, byNumber.isEmpty());
    }

    private static String bare(String text) {
        return Comparison.bare(text).replaceFirst("^โครงการ", "");
    }
}
