package org.phatthana.approvals.kept;

import java.util.List;
import java.util.UUID;
import org.phatthana.approvals.Matter;

/// A matter with what lists need to know beside it.
///
/// @param authors the accounts of those who drafted it
/// @param voted whose votes at the present step are cast, and who cast them
public record KeptMatter(Matter matter, List<UUID> authors, List<UUID> voted) {

    public KeptMatter {
        authors = List.copyOf(authors);
        voted = List.copyOf(voted);
    }
}
