package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.junit.jupiter.api.Assumptions;

/**
 * Somebody at a browser: the machine's Chromium, driven by the packages that the frontend's build has fetched. Where there
 * is no Chromium, the test says that it is skipped.
 */
final class Browsing implements AutoCloseable {
    /** Browsers take all that a small machine has: one test at a time. */
    static final String LOCK = "browser";

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final String AXE =
            "() => axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html"
                    + " + ' ' + node.failureSummary).join('; ')))";

    private final Playwright playwright;
    private final Browser browser;
    private final String axe;

    private Browsing(Playwright playwright, Browser browser, String axe) {
        this.playwright = playwright;
        this.browser = browser;
        this.axe = axe;
    }

    static Browsing start() {
        Path chromium = BROWSERS.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(chromium != null, "no Chromium here: apt-get install chromium");
        PlaywrightAssertions.setDefaultAssertionTimeout(Play.LINE_MAX.toMillis());
        Path packages = ProjectFolder.locate().root().resolve("openfire-plugin/src/main/frontend/node_modules");
        try {
            Path driver = driver(packages);
            System.setProperty("playwright.cli.dir", driver.toString());
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            return new Browsing(playwright, browser, Files.readString(packages.resolve("axe-core/axe.min.js")));
        } catch (IOException e) {
            throw new UncheckedIOException("the browser's driver can't be put together", e);
        }
    }

    /** Playwright wants node and its own package side by side. */
    private static Path driver(Path packages) throws IOException {
        Path node = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("no node on the PATH"));
        Path driver = Files.createTempDirectory("playwright");
        Files.createSymbolicLink(driver.resolve("node"), node);
        Files.createSymbolicLink(driver.resolve("package"), packages.resolve("playwright-core"));
        driver.toFile().deleteOnExit();
        return driver;
    }

    /** A browser that was never here before. */
    BrowserContext context(String language) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(420, 700));
    }

    /** Keeps what is seen for people to look at: {@code target/screenshots}. */
    static void picture(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    /** Finds nothing that keeps people out, in light and in dark (axe). */
    void shutsNobodyOut(Page page, Frame frame) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            frame.evaluate(axe);
            assertThat((List<?>) frame.evaluate(AXE)).as("in " + scheme).isEmpty();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
