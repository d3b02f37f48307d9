package org.phatthana.packs;

import java.util.List;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;

/// Whose house this is, from the pack's `organization.yaml`.
///
/// @param id stable identifier in addresses and exports, for example `pao-65`
/// @param name the full legal name
/// @param shortName as a heading shows it
/// @param province the province that it serves, whose `name` the product's title carries
/// @param provinceName the province by name
/// @param languages the languages of the pages, the first one at `/`, the others at `/xx/`
/// @param website the organization's own site
public record Organization(
        String id,
        Localized name,
        Localized shortName,
        PlaceCode province,
        Localized provinceName,
        List<Language> languages,
        String website) {

    public Organization {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("organization.yaml names at least one language");
        }
        languages = List.copyOf(languages);
    }

    public Language mainLanguage() {
        return languages.getFirst();
    }
}
