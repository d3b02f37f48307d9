package org.phatthana.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Geolocation;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Packaged;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;
import org.phatthana.testing.Visit.With;

/// The map that can be moved, by finger, mouse and keyboard, and with a background of somebody else's.
class MapJourney extends Journey {

    private static final Pattern TAMBON = Pattern.compile(".*/places/65\\d{4}$");
    private static final byte[] TILE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "PHONE_EN"})
    void aFingerShowsATambonAndItsLinkOpensIt(Reader reader) {
        var visit = visit(reader);
        for (var address : List.of("/places", "/")) {
            var page = visit.open(address);
            var middle = middle(live(page));
            page.touchscreen().tap(middle[0], middle[1]);
            var card = page.locator(".map-card");
            assertThat(card).isVisible();
            var name = card.locator(".map-card-name").textContent();
            var link = card.getByRole(AriaRole.LINK);
            assertThat(link).isVisible();
            assertThat(page.locator(".map-drawing a[data-name='" + name + "']").first())
                    .hasAttribute("href", link.getAttribute("href"));
            assertThat(page.url()).as("a finger shows before it opens").endsWith(visit.inLanguage(address));
            look(visit, "tapped-" + (address.equals("/") ? "home" : "places"));
            link.tap();
            page.waitForURL(TAMBON);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(name.replaceFirst("^(ต\\.|T\\.)", "").strip());
        }
    }

    @Test
    void aTapBesideTheProvinceClosesWhatATapHasOpened() {
        var page = visit(Reader.PHONE_TH).open("/places");
        var box = live(page).boundingBox();
        page.touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
        assertThat(page.locator(".map-card")).isVisible();
        page.touchscreen().tap(box.x + box.width - 4, box.y + box.height - 4);
        assertThat(page.locator(".map-card")).isHidden();
    }

    @Test
    void twoFingersAndTwoTapsZoomAndOneFingerScrollsThePage() {
        var visit = visit(Reader.PHONE_EN);
        var page = visit.open("/places");
        var map = live(page);
        map.scrollIntoViewIfNeeded();
        var touch = visit.context().newCDPSession(page);
        var middle = middle(map);

        var spread = spread(page);
        pinch(touch, middle, 30, 110);
        page.waitForCondition(() -> spread(page) > spread * 1.5);

        var pinched = spread(page);
        page.touchscreen().tap(middle[0], middle[1]);
        page.touchscreen().tap(middle[0], middle[1]);
        page.waitForCondition(() -> spread(page) > pinched * 1.5);

        page.locator(".map-tools button").nth(2).tap();
        page.waitForCondition(() -> Math.abs(spread(page) - spread) < 2);

        var scrolled = ((Number) page.evaluate("scrollY")).doubleValue();
        drag(touch, middle, -120);
        page.waitForCondition(() -> ((Number) page.evaluate("scrollY")).doubleValue() > scrolled + 40);
        assertThat(spread(page)).isCloseTo(spread, offset(2.0));
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK_TH", "DESK_EN"})
    void aMouseShowsATambonByHoveringAndAClickOpensIt(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/places");
        var middle = middle(live(page));
        page.mouse().move(middle[0], middle[1]);
        var card = page.locator(".map-card");
        assertThat(card).isVisible();
        assertThat(card.getByRole(AriaRole.LINK)).hasCount(0);
        visit.photograph("hovered");
        page.mouse().move(middle[0], 5);
        assertThat(card).isHidden();
        var again = middle(live(page));
        page.mouse().click(again[0], again[1]);
        page.waitForURL(TAMBON);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK_TH", "DESK_EN"})
    void theKeyboardGoesFromTambonToTambonAndMovesTheMap(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/places");
        var map = live(page);
        var first = page.locator(".map-drawing a[data-code]").first();
        first.focus();
        page.keyboard().press("Tab");
        var second = page.locator(".map-drawing a[data-code]").nth(1);
        assertThat(second).isFocused();
        assertThat(page.locator(".map-card-name")).hasText(second.getAttribute("data-name"));

        var canvas = map.locator("canvas");
        assertThat(canvas)
                .hasAttribute("aria-label", page.locator(".map-drawing").getAttribute("aria-label"));
        var spread = spread(page);
        canvas.focus();
        page.keyboard().press("+");
        page.waitForCondition(() -> spread(page) > spread * 1.5);

        second.focus();
        var code = second.getAttribute("data-code");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/places/" + code + "$"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "DESK_EN"})
    void theMapOpensTheTambonWhereTheReaderIsOrSaysWhyNot(Reader reader) {
        var visit = visit(reader);
        visit.context().grantPermissions(List.of("geolocation"));
        visit.context().setGeolocation(new Geolocation(13.75, 100.5));
        visit.expectComplaint("404");
        var page = visit.open("/places");
        live(page);
        page.locator("[data-locate] button").click();
        assertThat(page.locator("[data-locate] [role=status]")).containsText(visit.says("นอก", "outside"));
        look(visit, "outside");

        var at = visit(reader);
        assertThat(at.open("/").locator("[data-locate]")).hasCount(1);
        at.open("/places").locator("[data-locate] button").click();
        assertThat(at.page().locator("[data-locate] [role=status]")).containsText(at.says("อนุญาต", "Allow"));
        at.context().grantPermissions(List.of("geolocation"));
        at.context().setGeolocation(new Geolocation(16.8167, 100.26596));
        at.page().locator("[data-locate] button").click();
        at.page().waitForURL(TAMBON);
        assertThat(at.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(at.says("ตำบลในเมือง", "Tambon Nai Mueang"));
    }

    @Test
    void tilesThatTheOfficeHasNamedLieUnderTheMapWithWhoseTheyAre() throws IOException {
        try (var tiles = Tiles.start()) {
            var settings = Map.of(
                    "PHATTHANA_MAP_TILES",
                    tiles.address() + "/{z}/{x}/{y}.png",
                    "PHATTHANA_MAP_ATTRIBUTION",
                    "© Tiles & <b>Test</b>");
            var program = Packaged.start(folder.resolve("home"), settings);
            try {
                var server = program.address(Duration.ofMinutes(3));
                for (var reader : List.of(Reader.PHONE_TH, Reader.DESK_EN)) {
                    tiles.asked().clear();
                    var visit = reader.onPhone() ? visit(server, reader) : visit(server, reader, With.DARK_COLOURS);
                    visit.expectComplaint("asks another host: " + tiles.address());
                    var page = visit.open("/places");
                    live(page);
                    page.waitForCondition(() -> !tiles.asked().isEmpty());
                    assertThat(tiles.asked()).allMatch(path -> path.matches("/\\d+/\\d+/\\d+\\.png"));
                    assertThat(page.locator(".maplibregl-ctrl-attrib")).hasText("© Tiles & <b>Test</b>");
                    look(visit, "tiles");
                }
            } finally {
                program.process().destroy();
                program.exit(Duration.ofSeconds(45));
            }
        }
    }

    /// From the top of the page, where its head covers nothing.
    private static void look(Visit visit, String name) {
        visit.page().evaluate("scrollTo(0, 0)");
        visit.photograph(name);
        visit.checkAccessibility();
    }

    /// The live map, once it lies over the drawing.
    private static Locator live(Page page) {
        page.locator(".place-map").scrollIntoViewIfNeeded();
        page.locator(".place-map.is-live").waitFor();
        var map = page.locator(".map-live");
        map.scrollIntoViewIfNeeded();
        return map;
    }

    private static double[] middle(Locator map) {
        BoundingBox box = map.boundingBox();
        return new double[] {box.x + box.width / 2, box.y + box.height / 2};
    }

    /// How far the names of two amphoe stand apart: more, the nearer the map is.
    private static double spread(Page page) {
        return ((Number) page.evaluate("""
            () => {
              const [a, b] = [...document.querySelectorAll('.map-amphoe')].map((name) => name.getBoundingClientRect());
              return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
            }
            """)).doubleValue();
    }

    private static void pinch(CDPSession touch, double[] middle, double from, double to) {
        send(touch, "touchStart", middle[0] - from, middle[1], middle[0] + from, middle[1]);
        for (var step = 1; step <= 8; step++) {
            var apart = from + (to - from) * step / 8;
            send(touch, "touchMove", middle[0] - apart, middle[1], middle[0] + apart, middle[1]);
        }
        send(touch, "touchEnd");
    }

    private static void drag(CDPSession touch, double[] from, double by) {
        send(touch, "touchStart", from[0], from[1]);
        for (var step = 1; step <= 8; step++) {
            send(touch, "touchMove", from[0], from[1] + by * step / 8);
        }
        send(touch, "touchEnd");
    }

    private static void send(CDPSession touch, String type, double... coordinates) {
        var points = new JsonArray();
        for (var i = 0; i < coordinates.length; i += 2) {
            var point = new JsonObject();
            point.addProperty("x", coordinates[i]);
            point.addProperty("y", coordinates[i + 1]);
            point.addProperty("id", i / 2);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        touch.send("Input.dispatchTouchEvent", event);
    }

    /// A server of map tiles, all of them the same.
    private record Tiles(HttpServer server, Set<String> asked) implements AutoCloseable {

        static Tiles start() throws IOException {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var asked = ConcurrentHashMap.<String>newKeySet();
            server.createContext("/", exchange -> {
                asked.add(exchange.getRequestURI().getPath());
                exchange.getResponseHeaders().add("Content-Type", "image/png");
                exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
                exchange.sendResponseHeaders(200, TILE.length);
                exchange.getResponseBody().write(TILE);
                exchange.close();
            });
            server.start();
            return new Tiles(server, asked);
        }

        String address() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
