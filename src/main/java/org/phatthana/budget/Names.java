package org.phatthana.budget;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.phatthana.packs.Pack;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// The words of ordinances as the pack knows them: one spelling and an English name for areas, programmes, tasks,
/// types, kinds and categories of income, and whose ordinance it is.
@Component
public class Names {

    static final String FILE = "ordinances/names.yaml";

    /// What the pack's `ordinances/names.yaml` holds.
    record File(
            List<Province> provinces,
            List<Localized> tasks,
            List<Localized> incomeKinds,
            List<Localized> incomeCategories) {}

    record Province(String code, String th, String en) {}

    private final Pack pack;
    private final Classification classification;
    private final List<Province> provinces;
    private final Map<String, Localized> tasks = new HashMap<>();
    private final Map<String, Localized> incomes = new HashMap<>();

    Names(Pack pack, Strategy strategy) {
        this.pack = pack;
        this.classification = strategy.classification();
        var file = pack.find(FILE, File.class).orElseGet(() -> new File(List.of(), List.of(), List.of(), List.of()));
        provinces = file.provinces;
        file.tasks.forEach(task -> tasks.put(normal(task.thai()), task));
        file.incomeKinds.forEach(kind -> incomes.put(normal(kind.thai()), kind));
        file.incomeCategories.forEach(category -> incomes.put(normal(category.thai()), category));
    }

    public Localized area(String thai) {
        return classification.area(thai).map(Classification.Area::name).orElseGet(() -> Localized.thai(thai));
    }

    public boolean knowsProgramme(String thai) {
        return classification.programme(thai).isPresent();
    }

    public Localized programme(String thai) {
        return classification
                .programme(thai)
                .map(Classification.Programme::name)
                .orElseGet(() -> Localized.thai(thai));
    }

    public boolean knowsType(String thai) {
        return classification.expenditureType(thai).isPresent();
    }

    public Localized type(String thai) {
        return classification
                .expenditureType(thai)
                .map(Classification.ExpenditureType::name)
                .orElseGet(() -> Localized.thai(thai));
    }

    public Localized task(String thai) {
        return tasks.getOrDefault(normal(thai), Localized.thai(thai));
    }

    /// A kind or category of income.
    public Localized income(String thai) {
        return incomes.getOrDefault(normal(thai), Localized.thai(thai));
    }

    /// Whose ordinance a name means: a province's Thai or English name, with or without อบจ. before it, `pao-65`,
    /// `nation-wide`, or our own organization's names. An unknown name stands for itself.
    public Body body(String name) {
        var wanted = bare(name);
        var organization = pack.organization();
        if (wanted.equals(Body.NATION_WIDE) || wanted.equals("nationwide") || wanted.equals("ทั้งประเทศ")) {
            return nationWide();
        }
        var ownNames = List.of(
                organization.id(),
                organization.name().thai(),
                organization.shortName().thai(),
                organization.provinceName().thai());
        if (ownNames.stream().anyMatch(own -> bare(own).equals(wanted))) {
            return own();
        }
        return province(wanted)
                .map(province -> province.code.equals(organization.province().code())
                        ? own()
                        : new Body("pao-" + province.code, Localized.of("อบจ." + province.th, province.en + " PAO")))
                .orElseGet(() -> new Body(name.strip(), Localized.thai(name.strip())));
    }

    public Body own() {
        return new Body(pack.organization().id(), pack.organization().shortName());
    }

    public Body nationWide() {
        return new Body(Body.NATION_WIDE, Localized.of("อบจ. ทั้งประเทศ", "All PAOs"));
    }

    private Optional<Province> province(String wanted) {
        return provinces.stream()
                .filter(province -> bare(province.th).equals(wanted)
                        || bare(province.en).equals(wanted)
                        || province.code.equals(wanted))
                .findFirst();
    }

    private static String bare(String name) {
        return normal(name)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(องค์การบริหารส่วนจังหวัด|อบจ\\.?|pao-?|จังหวัด)", "");
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[\\s\\u00a0\\u200b]+", "");
    }
}
