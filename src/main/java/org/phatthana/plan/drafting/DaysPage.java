package org.phatthana.plan.drafting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.people.Role;
import org.phatthana.plan.EditionDays;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where planners state on which days editions came into force that were only estimated.
@Controller
class DaysPage {

    private static final String FIELD = "day-";

    private final Desk desk;
    private final EditionDays days;

    DaysPage(Desk desk, EditionDays days) {
        this.desk = desk;
        this.days = days;
    }

    @GetMapping("/plan/work/{plan}/days")
    View show(Page page, @PathVariable String plan) {
        return show(page, 200, plan, Map.of(), Map.of());
    }

    private View show(Page page, int status, String plan, Map<String, String> said, Map<Integer, Message> faults) {
        return page.show(
                status,
                "plan/days",
                Map.of("plan", desk.plan(plan), "editions", days.estimated(plan), "said", said, "faults", faults));
    }

    @PostMapping("/plan/work/{plan}/days")
    Object state(Page page, @PathVariable String plan, @RequestParam Map<String, String> said) {
        var stated = new TreeMap<Integer, LocalDate>();
        var faults = new LinkedHashMap<Integer, Message>();
        for (var edition : days.estimated(desk.plan(plan).id())) {
            var text = said.getOrDefault(FIELD + edition.number(), "").strip();
            try {
                if (!text.isEmpty()) {
                    stated.put(edition.number(), LocalDate.parse(text));
                }
            } catch (DateTimeParseException _) {
                faults.put(edition.number(), Message.of("plan.import.date-unreadable"));
            }
        }
        if (faults.isEmpty()) {
            faults.putAll(days.state(plan, stated, Desk.acting().capacity(Role.PLANNER, Role.ADMINISTRATOR)));
        }
        return faults.isEmpty()
                ? Desk.seeOther(page, "/plan/" + plan + "/editions")
                : show(page, 422, plan, said, faults);
    }
}
