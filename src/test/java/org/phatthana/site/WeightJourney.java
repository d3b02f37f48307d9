package org.phatthana.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// What a first visit to the home page costs a reader who pays for every byte: all that comes over the wire,
/// headers and compression included, with an empty cache. `benchmarks/weight` prints it.
class WeightJourney extends Journey {

    private static final long WITHOUT_MAP_BYTES = 250_000;
    private static final long WITH_MAP_BYTES = 700_000;

    @Test
    void aFirstVisitOnAPhoneIsLight() throws IOException {
        var without = weigh(visit(Reader.PHONE_TH), false);
        var with = weigh(visit(Reader.PHONE_TH), true);
        var report = new StringBuilder();
        with.forEach((address, bytes) -> report.append("%,10d  %s%n".formatted(bytes, address)));
        report.append("%,10d  without the map, required at most %,d%n".formatted(sum(without), WITHOUT_MAP_BYTES));
        report.append("%,10d  with the map, required at most %,d%n".formatted(sum(with), WITH_MAP_BYTES));
        Files.writeString(Path.of("target/weight.txt"), report);
        assertThat(sum(without)).as("bytes without the map").isLessThanOrEqualTo(WITHOUT_MAP_BYTES);
        assertThat(sum(with)).as("bytes with the map").isLessThanOrEqualTo(WITH_MAP_BYTES);
    }

    /// Opens the home page and reads it to its end.
    ///
    /// @return what was moved for each address
    private static Map<String, Long> weigh(Visit visit, boolean withMap) {
        if (!withMap) {
            visit.context().route("**/assets/map-*.js", route -> route.abort());
            visit.expectComplaint("net::ERR_FAILED");
        }
        var network = visit.context().newCDPSession(visit.page());
        var addresses = new LinkedHashMap<String, String>();
        var bytes = new LinkedHashMap<String, Long>();
        network.on(
                "Network.requestWillBeSent",
                event -> addresses.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("request")
                                .get("url")
                                .getAsString()
                                .replaceFirst("^http://[^/]*", "")));
        network.on(
                "Network.loadingFinished",
                event -> bytes.merge(
                        addresses.getOrDefault(event.get("requestId").getAsString(), "?"),
                        event.get("encodedDataLength").getAsLong(),
                        Long::sum));
        network.send("Network.enable");
        var page = visit.open("/");
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(2_000);
        return bytes;
    }

    private static long sum(Map<String, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
