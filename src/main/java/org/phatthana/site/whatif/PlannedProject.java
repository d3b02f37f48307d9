package org.phatthana.site.whatif;

import java.util.List;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// A project of the plan as the sandbox knows it.
///
/// @param goal the id of the goal that it serves
/// @param target what it is to bring about (ผลผลิต)
/// @param promised what the plan has for it in the year
/// @param places where it certainly is
public record PlannedProject(
        String id, Localized name, String goal, Localized target, Money promised, List<PlaceCode> places) {

    public PlannedProject {
        places = List.copyOf(places);
    }
}
