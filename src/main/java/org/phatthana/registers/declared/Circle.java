package org.phatthana.registers.declared;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what depends on itself.
public final class Circle {

    private final Map<String, Set<String>> needs;
    private final Set<String> sound = new HashSet<>();

    private Circle(Map<String, Set<String>> needs) {
        this.needs = needs;
    }

    /// @param needs what each needs
    /// @return one that needs itself, straight or through others
    public static Optional<String> in(Map<String, Set<String>> needs) {
        var circle = new Circle(needs);
        return needs.keySet().stream()
                .sorted()
                .filter(each -> circle.leadsBack(each, new HashSet<>()))
                .findFirst();
    }

    private boolean leadsBack(String at, Set<String> way) {
        if (sound.contains(at)) {
            return false;
        }
        if (!way.add(at)) {
            return true;
        }
        for (var next : needs.getOrDefault(at, Set.of())) {
            if (leadsBack(next, way)) {
                return true;
            }
        }
        way.remove(at);
        sound.add(at);
        return false;
    }
}
