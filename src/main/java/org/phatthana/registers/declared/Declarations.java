package org.phatthana.registers.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.phatthana.packs.Pack;
import org.phatthana.packs.UnsoundPack;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Register;
import org.phatthana.registers.Series;
import org.phatthana.registers.Unit;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of a pack that declare registers and series of figures: `registers/*.yaml`, `code-lists.yaml` for the
/// values of their fields, and `observations/*.yaml`. Units are those of this room's own `units.yaml`.
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
    /// @throws UnsoundPack with every fault that was found
    public List<Register> registers(Predicate<String> isGoal) {
        var faults = new ArrayList<String>();
        var reading = new RegisterReading(units, lists(faults), isGoal);
        return declared(FOLDER, "register", reading::faults, reading::read, Register::code, faults);
    }

    /// A register that is declared elsewhere than in the pack.
    ///
    /// @param content what a file of a pack would say
    /// @param codeLists what `code-lists.yaml` would say
    /// @param isGoal whether the strategy has a goal of an id
    /// @throws IllegalStateException if something is unsound, with every fault that was found
    public Register register(JsonNode content, JsonNode codeLists, Predicate<String> isGoal) {
        var faults = new ArrayList<String>();
        var reading = new RegisterReading(units, lists(codeLists, fault -> faults.add(LISTS + ": " + fault)), isGoal);
        var wrong = new SchemaCheck("register.schema.json").faults(content);
        faults.addAll(wrong.isEmpty() ? reading.faults(content) : wrong);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        return reading.read(content);
    }

    /// The series of figures, from `observations/*.yaml`, in the order of their codes.
    ///
    /// @param isGoal whether the strategy has a goal of an id
    /// @param isRegister whether the pack has a register of a code
    /// @throws UnsoundPack with every fault that was found
    public List<Series> series(Predicate<String> isGoal, Predicate<String> isRegister) {
        var reading = new SeriesReading(units, isGoal, isRegister);
        return declared("observations", "series", reading::faults, reading::read, Series::code, new ArrayList<>());
    }

    /// What the files of a folder declare.
    ///
    /// @param what is declared, as its schema is called
    /// @param faults those that were found before
    private <T> List<T> declared(
            String folder,
            String what,
            Function<JsonNode, List<String>> check,
            Function<JsonNode, T> read,
            Function<T, String> code,
            List<String> faults) {
        var schema = new SchemaCheck(what + ".schema.json");
        var all = new TreeMap<String, T>();
        for (var file : pack.files(folder)) {
            JsonNode content;
            try {
                content = pack.read(file, JsonNode.class);
            } catch (UnsoundPack unreadable) {
                faults.add(unreadable.faults());
                continue;
            }
            var wrong = schema.faults(content);
            if (wrong.isEmpty()) {
                wrong = check.apply(content);
            }
            if (wrong.isEmpty()) {
                var one = read.apply(content);
                if (all.putIfAbsent(code.apply(one), one) != null) {
                    wrong = List.of("code: another file declares the %s «%s»".formatted(what, code.apply(one)));
                }
            }
            wrong.forEach(fault -> faults.add(told(file, fault)));
        }
        if (!faults.isEmpty()) {
            throw new UnsoundPack(String.join("\n", faults));
        }
        return List.copyOf(all.values());
    }

    private Map<String, CodeList> lists(List<String> faults) {
        return pack.find(LISTS, JsonNode.class)
                .map(content -> lists(content, fault -> faults.add(told(LISTS, fault))))
                .orElse(Map.of());
    }

    private static Map<String, CodeList> lists(JsonNode content, Consumer<String> faults) {
        var lists = new HashMap<String, CodeList>();
        var wrong = new SchemaCheck("code-lists.schema.json").faults(content);
        wrong.forEach(faults);
        if (!wrong.isEmpty()) {
            return lists;
        }
        for (var i = 0; i < content.size(); i++) {
            var at = "[" + i + "]";
            var list = CodeListReading.read(content.get(i));
            CodeListReading.faults(list).forEach(fault -> faults.accept(at + "." + fault));
            if (lists.put(list.code(), list) != null) {
                faults.accept(at + ".code: the list «" + list.code() + "» stands there twice");
            }
        }
        return lists;
    }

    private String told(String file, String fault) {
        return "%s: %s".formatted(pack.path(file), fault);
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
