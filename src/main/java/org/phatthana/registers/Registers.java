package org.phatthana.registers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.packs.Pack;
import org.phatthana.registers.declared.Declarations;
import org.phatthana.strategy.Strategy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/// The registers of the pack and those that the office made of its own forms, in the order of their codes. There
/// may be none; a pack that declares something unsound does not start, and says in which file, where in it and why.
@Component
public class Registers {

    /// For how long what was read of forms is believed: another process may take one in.
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<Register> ofPack;
    private final Declarations declarations;
    private final Strategy strategy;
    private final FormDeclarations forms;
    private final Clock clock;
    private volatile Known known;

    /// @param versions how many versions of declarations there were
    private record Known(List<Register> registers, long versions, Instant at) {}

    Registers(Pack pack, Strategy strategy, FormDeclarations forms, Clock clock) {
        this.declarations = new Declarations(pack);
        this.strategy = strategy;
        this.forms = forms;
        this.clock = clock;
        this.ofPack = declarations.registers(this::isGoal);
        this.known = new Known(ofPack, 0, Instant.EPOCH);
    }

    public List<Register> all() {
        var now = clock.instant();
        var before = known;
        // Inside a transaction what is read may be what is never committed.
        if (TransactionSynchronizationManager.isActualTransactionActive()
                || Duration.between(before.at, now).abs().compareTo(FRESH) < 0) {
            return before.registers;
        }
        var versions = forms.count();
        known = new Known(versions == before.versions ? before.registers : joined(), versions, now);
        return known.registers;
    }

    /// Those that the pack declares.
    public List<Register> ofPack() {
        return ofPack;
    }

    public Optional<Register> find(String code) {
        return all().stream().filter(register -> register.code().equals(code)).findFirst();
    }

    /// Every unit that is known.
    public List<Unit> units() {
        return declarations.units();
    }

    /// The register that a declaration makes.
    ///
    /// @param content as a file of a pack would declare it
    /// @param lists as its `code-lists.yaml` would
    /// @throws IllegalStateException if something is unsound, with every fault that was found
    public Register of(JsonNode content, JsonNode lists) {
        return declarations.register(content, lists, this::isGoal);
    }

    /// Forgets what was read of forms: one has just been taken in.
    public void forget() {
        known = new Known(known.registers, -1, Instant.EPOCH);
    }

    /// A pack that comes to declare a register of a form's code rules.
    private List<Register> joined() {
        var all = new TreeMap<String, Register>();
        forms.newest().forEach(form -> all.put(form.code(), of(form.content(), form.lists())));
        ofPack.forEach(register -> all.put(register.code(), register));
        return List.copyOf(all.values());
    }

    private boolean isGoal(String goal) {
        return strategy.goal(goal).isPresent();
    }
}
