package org.phatthana.registers.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.phatthana.packs.Pack;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Register;
import org.phatthana.registers.Unit;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of a pack that declare registers: `registers/*.yaml`, and `code-lists.yaml` for the values of their
/// fields. Units are those of this room's own `units.yaml`.
public final class Declarations {

    private static final String FOLDER = "registers";
    private static final String LISTS = "code-lists.yaml";

    private final Pack pack;
    private final Map<String, Unit> units = new HashMap<>();
    private final List<Unit> ordered = new ArrayList<>();

    public Declarations(Pack pack) {
        this.pack = pack;
        for (var unit : ownUnits()) {
            var read = new Unit(
                    Nodes.text(unit, "code"),
                    Nodes.localized(unit, "symbol"),
                    Nodes.text(unit, "dimension"),
                    unit.path("factor").decimalValue(),
                    Nodes.texts(unit, "spellings"));
            ordered.add(read);
            units.put(read.code(), read);
        }
    }

    public List<Unit> units() {
        return List.copyOf(ordered);
    }

    /// The registers, in the order of their codes.
    ///
    /// @param isGoal whether the strategy has a goal of an id
    /// @throws IllegalStateException if something is unsound, with every fault that was found
    public List<Register> registers(Predicate<String> isGoal) {
        var faults = new ArrayList<String>();
        var reading = new RegisterReading(units, lists(faults), isGoal);
        var schema = new SchemaCheck("register.schema.json");
        var registers = new ArrayList<Register>();
        var codes = new HashSet<String>();
        for (var file : pack.files(FOLDER)) {
            var content = pack.read(file, JsonNode.class);
            var wrong = schema.faults(content);
            if (wrong.isEmpty()) {
                wrong = reading.faults(content);
            }
            if (wrong.isEmpty() && !codes.add(Nodes.text(content, "code"))) {
                wrong = List.of("code: another file declares the register «" + Nodes.text(content, "code") + "»");
            }
            if (wrong.isEmpty()) {
                registers.add(reading.read(content));
            }
            wrong.forEach(fault -> faults.add(told(file, fault)));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        return registers.stream()
                .sorted(java.util.Comparator.comparing(Register::code))
                .toList();
    }

    private Map<String, CodeList> lists(List<String> faults) {
        var lists = new HashMap<String, CodeList>();
        var content = pack.find(LISTS, JsonNode.class);
        if (content.isEmpty()) {
            return lists;
        }
        var wrong = new SchemaCheck("code-lists.schema.json").faults(content.get());
        wrong.forEach(fault -> faults.add(told(LISTS, fault)));
        if (!wrong.isEmpty()) {
            return lists;
        }
        for (var i = 0; i < content.get().size(); i++) {
            var at = "[" + i + "]";
            var list = CodeListReading.read(content.get().get(i));
            CodeListReading.faults(list).forEach(fault -> faults.add(told(LISTS, at + "." + fault)));
            if (lists.put(list.code(), list) != null) {
                faults.add(told(LISTS, at + ".code: the list «" + list.code() + "» stands there twice"));
            }
        }
        return lists;
    }

    private String told(String file, String fault) {
        return "packs/%s/%s: %s".formatted(pack.name(), file, fault);
    }

    private static List<JsonNode> ownUnits() {
        try (var in = new ClassPathResource("org/phatthana/registers/units.yaml").getInputStream()) {
            return Stream.of(new YAMLMapper().readTree(in))
                    .flatMap(tree -> tree.values().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
