package org.phatthana.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser that the journeys drive: one that is installed, else the one that an npm package carries. With
/// `-Dchromium=npm` (or `PHATTHANA_CHROMIUM=npm`) the latter is taken in any case.
///
/// @param program the executable
/// @param environment what it needs to find its libraries
public record Chromium(Path program, Map<String, String> environment) {

    private static final Path FRONT_END = Path.of("src/main/frontend");
    private static final Path UNPACKED = Path.of("target/chromium").toAbsolutePath();

    /// Quiet, and drawing WebGL in software, so that maps show on a machine without a graphics card; all else is
    /// not drawn by way of that, which would take twice as long.
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--use-gl=angle",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            "--ignore-gpu-blocklist",
            "--disable-gpu-rasterization",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--font-render-hinting=none",
            "--force-color-profile=srgb");

    /// Finds the browser.
    ///
    /// @throws IllegalStateException if there is none: a journey without a browser fails, it is never skipped
    public static Chromium find() {
        var wanted = System.getProperty("chromium", System.getenv().getOrDefault("PHATTHANA_CHROMIUM", ""));
        if (wanted.equals("npm")) {
            return carriedByNpm();
        }
        return installed().orElseGet(Chromium::carriedByNpm);
    }

    /// Starts it under Playwright.
    public Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setEnv(environment)
                        .setArgs(FLAGS));
    }

    /// Playwright itself, told to download nothing.
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Optional<Chromium> installed() {
        var folders = Stream.concat(
                Stream.of("/usr/bin"),
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
        var names = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        return folders.flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, System.getenv()));
    }

    static Chromium carriedByNpm() {
        if (!Files.isDirectory(FRONT_END.resolve("node_modules/@sparticuz/chromium"))) {
            throw new IllegalStateException("No browser for the journeys: neither chromium nor google-chrome is "
                    + "installed, and %s/node_modules/@sparticuz/chromium is missing. Run the Maven build, which "
                            .formatted(FRONT_END)
                    + "installs it (npm ci), or install Chromium (Debian: apt-get install chromium).");
        }
        var unpacking =
                output(List.of("node", FRONT_END.resolve("unpack-chromium.mjs").toString(), UNPACKED.toString()));
        var program = UNPACKED.resolve("chromium");
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("The npm package's browser did not unpack: " + unpacking);
        }
        var environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("FONTCONFIG_PATH", UNPACKED.resolve("fonts").toString());
        if (output(List.of("ldd", program.toString())).contains("not found")) {
            environment.put("LD_LIBRARY_PATH", UNPACKED.resolve("al2023/lib").toString());
        }
        return new Chromium(program, environment);
    }

    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
