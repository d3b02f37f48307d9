package org.phatthana.registers;

import java.util.List;
import java.util.Optional;
import org.phatthana.packs.Pack;
import org.phatthana.registers.declared.Declarations;
import org.phatthana.strategy.Strategy;
import org.springframework.stereotype.Component;

/// The registers of the pack, in the order of their codes. A pack may have none; one that declares something
/// unsound does not start, and says in which file, where in it and why.
@Component
public class Registers {

    private final List<Register> all;
    private final List<Unit> units;

    Registers(Pack pack, Strategy strategy) {
        var declarations = new Declarations(pack);
        all = declarations.registers(goal -> strategy.goal(goal).isPresent());
        units = declarations.units();
    }

    public List<Register> all() {
        return all;
    }

    public Optional<Register> find(String code) {
        return all.stream().filter(register -> register.code().equals(code)).findFirst();
    }

    /// Every unit that is known.
    public List<Unit> units() {
        return units;
    }
}
