package org.phatthana.budget.register;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.strategy.Classification;

/// Knows by its words at what level of the classification something stands.
final class Levels {

    private static final Pattern BETWEEN = Pattern.compile("(?=(?:ด้าน|แผนงาน|(?<!แผน)งาน|งบ|หมวด|ประเภท) ?:)");
    private static final Pattern COLON = Pattern.compile("^(ด้าน|แผนงาน|งาน|งบ|หมวด|ประเภท) ?: ?");

    private final Classification classification;

    Levels(Classification classification) {
        this.classification = classification;
    }

    /// The names that a heading between rows gives, by their levels; none where it is not understood.
    Map<Level, String> of(String heading) {
        var names = new EnumMap<Level, String>(Level.class);
        for (var part : BETWEEN.split(heading)) {
            var text = part.strip();
            level(text).ifPresent(level -> names.put(level, name(level, text)));
        }
        return names;
    }

    private Optional<Level> level(String text) {
        if (text.startsWith("แผนงาน")) {
            return Optional.of(Level.PROGRAMME);
        }
        if (isType(text)) {
            return Optional.of(Level.TYPE);
        }
        for (var level : new Level[] {Level.AREA, Level.TASK, Level.TYPE, Level.CATEGORY, Level.KIND}) {
            var rest = text.startsWith(level.thai())
                    ? text.substring(level.thai().length()).strip()
                    : "";
            if (!rest.isEmpty() && (level != Level.TYPE || rest.startsWith(":"))) {
                return Optional.of(level);
            }
        }
        return isCategory(text)
                ? Optional.of(Level.CATEGORY)
                : classification.programme(text).map(_ -> Level.PROGRAMME);
    }

    private boolean isType(String text) {
        return classification
                .expenditureType(COLON.matcher(text).replaceFirst(""))
                .isPresent();
    }

    private boolean isCategory(String text) {
        return typeOf(text).isPresent();
    }

    /// The expenditure type that a category belongs to.
    Optional<String> typeOf(String category) {
        var wanted = Level.CATEGORY.bare(category);
        return classification.expenditureTypes().stream()
                .filter(type -> type.categories().stream()
                        .anyMatch(known ->
                                Level.CATEGORY.bare(known.name().thai()).equals(wanted)))
                .map(type -> type.name().thai())
                .findFirst();
    }

    /// The area that a programme belongs to.
    Optional<String> areaOf(String programme) {
        return classification
                .programme(programme)
                .flatMap(classification::areaOf)
                .map(area -> area.name().thai());
    }

    /// Whether a name is both a programme's and an expenditure type's, as งบกลาง is.
    boolean standsAlone(String programme) {
        return classification.programme(programme).isPresent()
                && classification.expenditureType(programme).isPresent();
    }

    private static String name(Level level, String text) {
        var bare = COLON.matcher(text).replaceFirst("");
        var drops = level == Level.CATEGORY || level == Level.KIND;
        return drops && bare.startsWith(level.thai())
                ? bare.substring(level.thai().length()).strip()
                : bare;
    }
}
