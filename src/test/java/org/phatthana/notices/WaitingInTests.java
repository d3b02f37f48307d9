package org.phatthana.notices;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.phatthana.people.Acting;
import org.springframework.stereotype.Component;

/// A room in which tests let things wait.
@Component
public class WaitingInTests implements Waiting {

    private final Map<UUID, List<Item>> items = new ConcurrentHashMap<>();

    public void put(UUID account, Item... waiting) {
        items.put(account, List.of(waiting));
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        return items.getOrDefault(who.id(), List.of());
    }
}
