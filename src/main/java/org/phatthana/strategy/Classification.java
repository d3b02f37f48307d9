package org.phatthana.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.values.Localized;

/// How local budgets are classified: areas (ด้าน) of programmes (แผนงาน), expenditure types (งบ) of categories
/// (หมวด).
public final class Classification {

    /// An area (ด้าน) with its programmes.
    public record Area(String id, Localized name, List<Programme> programmes) {}

    /// A programme (แผนงาน).
    ///
    /// @param aliases other ways in which workbooks write its name
    public record Programme(String id, Localized name, List<String> aliases) {}

    /// A type of expenditure (งบ) with its categories (หมวด).
    public record ExpenditureType(String id, Localized name, List<Category> categories) {}

    /// A category (หมวด).
    public record Category(String id, Localized name) {}

    /// Which goal projects of a programme most likely serve.
    ///
    /// @param goal when no rule applies
    /// @param rules tried in order
    public record Suggestion(String programme, String goal, List<Rule> rules) {

        /// The goal that a project of this programme most likely serves.
        ///
        /// @param projectName its Thai name, empty to ask for the programme as a whole
        public String goalFor(String projectName) {
            for (var rule : rules) {
                for (var word : rule.words) {
                    if (projectName.contains(word)) {
                        return rule.goal;
                    }
                }
            }
            return goal;
        }
    }

    /// If one of the words stands in the project's name, the goal.
    public record Rule(List<String> words, String goal) {}

    /// Where the money of a project comes from (แหล่งงบประมาณ).
    ///
    /// @param aliases other ways in which workbooks write its name
    public record FundSource(String id, Localized name, List<String> aliases) {}

    record File(
            Localized source,
            List<Area> areas,
            List<FundSource> fundSources,
            List<ExpenditureType> expenditureTypes,
            List<Suggestion> suggestions) {}

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b.]+");
    private static final Pattern PREFIX = Pattern.compile("^(แผนงาน|ด้าน)");

    private final File file;
    private final Map<String, Programme> programmes = new HashMap<>();
    private final Map<String, FundSource> fundSources = new HashMap<>();
    private final Map<String, Suggestion> suggestions = new HashMap<>();

    Classification(File file) {
        this.file = file;
        for (var area : file.areas) {
            for (var programme : area.programmes) {
                programmes.put(normal(programme.name.thai()), programme);
                programme.aliases.forEach(alias -> programmes.put(normal(alias), programme));
            }
        }
        for (var source : file.fundSources) {
            fundSources.put(normal(source.name.thai()), source);
            source.aliases.forEach(alias -> fundSources.put(normal(alias), source));
        }
        file.suggestions.forEach(suggestion -> suggestions.put(suggestion.programme, suggestion));
    }

    public Localized source() {
        return file.source;
    }

    public List<Area> areas() {
        return file.areas;
    }

    public List<FundSource> fundSources() {
        return file.fundSources;
    }

    /// The source of funds of a Thai name as offices write it, in any spacing.
    public Optional<FundSource> fundSource(String thaiName) {
        return Optional.ofNullable(fundSources.get(normal(thaiName)));
    }

    public List<ExpenditureType> expenditureTypes() {
        return file.expenditureTypes;
    }

    /// The programme of a Thai name as offices write it: with or without แผนงาน before it, in any spacing.
    public Optional<Programme> programme(String thaiName) {
        return Optional.ofNullable(programmes.get(normal(thaiName)));
    }

    /// The area of a Thai name, with or without ด้าน before it.
    public Optional<Area> area(String thaiName) {
        return file.areas.stream()
                .filter(area -> normal(area.name.thai()).equals(normal(thaiName)))
                .findFirst();
    }

    /// The area that a programme belongs to.
    public Optional<Area> areaOf(Programme programme) {
        return file.areas.stream()
                .filter(area -> area.programmes.contains(programme))
                .findFirst();
    }

    /// The expenditure type of a Thai name, in any spacing.
    public Optional<ExpenditureType> expenditureType(String thaiName) {
        return file.expenditureTypes.stream()
                .filter(type -> normal(type.name.thai()).equals(normal(thaiName)))
                .findFirst();
    }

    /// Which goals the projects of a programme most likely serve: a suggestion that people correct.
    ///
    /// @param programmeName the programme's Thai name, empty where the workbook has none
    /// @return empty where the programme is not known
    public Optional<Suggestion> suggestion(String programmeName) {
        return programme(programmeName).map(programme -> suggestions.get(programme.id));
    }

    private static String normal(String name) {
        return PREFIX.matcher(BLANKS.matcher(name).replaceAll("")).replaceFirst("");
    }
}
