package org.phatthana.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What is written at once is what the library of the standard's author writes.
class CanonicalTest {

    private static final String LETTERS = "aZ0 กำ้\"\\/\b\t\n\f\r\u0001\u007f\u2028é€😀{}[]:,";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void itIsTheTextOfTheStandard(long seed) {
        var random = new Random(seed);
        var canonical = new Canonical(new JsonMapper());
        for (var i = 0; i < 500; i++) {
            var body = map(random, 3);
            assertThat(canonical.text(body)).as("seed %d: %s", seed, body).isEqualTo(canonical.byTheLibrary(body));
        }
    }

    private static Map<String, Object> map(Random random, int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = random.nextInt(5); i > 0; i--) {
            map.put(text(random), value(random, depth - 1));
        }
        return map;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> random.nextLong(1L << 53);
            case 1 -> random.nextInt();
            case 2 -> random.nextBoolean();
            case 3, 4 -> text(random);
            case 5 -> map(random, depth);
            default -> List.of(value(random, depth - 1), value(random, depth - 1));
        };
    }

    private static String text(Random random) {
        var points = LETTERS.codePoints().toArray();
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(_ -> Character.toString(points[random.nextInt(points.length)]))
                .collect(Collectors.joining());
    }
}
