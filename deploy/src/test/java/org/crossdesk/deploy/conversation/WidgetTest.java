package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.deploy.conversation.PatronPage.opens;
import static org.crossdesk.deploy.conversation.PatronPage.said;
import static org.crossdesk.deploy.conversation.PatronPage.writes;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A patron with nothing but a browser, and an operator with nothing but an XMPP client. */
@Conversation
@ResourceLock(Browsing.LOCK)
class WidgetTest {
    private static final String HOME = "uppsala.test";
    private static final String SITE = "127.0.16.99";
    private static final int TOTAL_MAX_BYTES = 40_000;
    private static final int LOADER_MAX_BYTES = 1_500;
    private static final int REQUESTS_MAX = 10;
    private static final double BACK_MAX_MILLISECONDS = 40_000;

    private static Locator box(Page page) {
        return page.locator("#words");
    }

    private static String address(Play play, Address service) {
        return LibrarySite.page(play.library(HOME), Objects.requireNonNull(service.local()));
    }

    private static List<String> words(Page page) {
        return page.locator("li .words").allInnerTexts();
    }

    @Test
    void inPersianOnTheSiteOfALibrary(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2", "fa native", "sv C1"));
        play.enters(astrid, desk);
        try (LibrarySite site = LibrarySite.open(SITE, 0, play.library(HOME), Objects.requireNonNull(desk.local()));
                Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("fa")) {
            List<Request> requests = new CopyOnWriteArrayList<>();
            Page page = context.newPage();
            page.onRequestFinished(requests::add);
            page.navigate(site.address() + "?lang=fa");
            page.evaluate("() => { window.told = []; window.addEventListener('message', event =>"
                    + " window.told.push(JSON.stringify(event.data))); for (const name of ['open', 'unread', 'closed'])"
                    + " document.addEventListener('crossdesk:' + name, event => window.told.push(event.type)) }");

            // By the keyboard alone.
            Locator button = page.getByRole(AriaRole.BUTTON);
            assertThat(button).hasText("از کتابدار بپرسید");
            button.focus();
            page.keyboard().press("Enter");
            FrameLocator frame = page.frameLocator("iframe");
            Locator textbox = frame.getByRole(AriaRole.TEXTBOX);
            assertThat(textbox).isVisible();
            Frame inside = page.frames().get(1);
            assertThat(inside.locator("html")).hasAttribute("dir", "rtl");
            assertThat(inside.locator("html")).hasAttribute("lang", "fa");
            for (int i = 0; i < 5 && !isFocused(textbox); i++) {
                page.keyboard().press("Tab");
            }
            assertThat(textbox).isFocused();
            page.keyboard().insertText("سلام، درباره قانون ارث می‌پرسم.");
            page.keyboard().press("Enter");

            astrid.isOffered("قانون ارث");
            astrid.answers("بفرمایید. https://www.uppsala.test/law");
            Locator link = frame.getByRole(AriaRole.LINK);
            assertThat(link).hasAttribute("href", "https://www.uppsala.test/law");
            assertThat(link).hasAttribute("rel", "noopener noreferrer");
            assertThat(frame.locator("li.operator .words")).containsText("بفرمایید");

            int fetched = 0;
            for (Request request : List.copyOf(requests)) {
                if (!request.url().startsWith(site.address())) {
                    assertThat(request.url())
                            .startsWith(LibrarySite.page(play.library(HOME), "").replace("/ask/", "/"));
                    int size = request.sizes().responseBodySize;
                    assertThat(size).as(request.url()).isPositive();
                    if (request.url().endsWith("/loader.js")) {
                        assertThat(size).isLessThanOrEqualTo(LOADER_MAX_BYTES);
                    }
                    fetched += size;
                }
            }
            assertThat(fetched).isBetween(TOTAL_MAX_BYTES / 2, TOTAL_MAX_BYTES);
            assertThat(requests).hasSizeLessThanOrEqualTo(REQUESTS_MAX);
            assertThat(context.cookies()).isEmpty();

            browsing.shutsNobodyOut(page, page.mainFrame());
            browsing.shutsNobodyOut(page, inside);

            Browsing.picture(page, "widget-persian");

            // Hidden by Escape; what comes then is counted on the button, and the site is told no word of it.
            textbox.focus();
            page.keyboard().press("Escape");
            assertThat(page.locator("iframe")).isHidden();
            assertThat(button).isFocused();
            astrid.answers("هنوز هستید؟");
            assertThat(button).containsText("(1)");
            String told = String.valueOf(page.evaluate("() => window.told.join(' ')"));
            assertThat(told).contains("crossdesk:open", "crossdesk:unread").doesNotContain("قانون", "هستید");
        }
    }

    private static boolean isFocused(Locator element) {
        return (Boolean) element.evaluate("element => element === document.activeElement");
    }

    @Test
    void reloadedAtEveryStepAndInASecondWindow(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2", "fa native", "sv C1"));
        play.enters(astrid, desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = opens(context, play.library(HOME), desk);
            writes(page, "Is the reading room open?");
            page.reload();
            astrid.isOffered("reading room");
            page.reload();
            astrid.answers("Until eight.");
            page.reload();
            astrid.answers("On Sunday until four.");
            assertThat(said(page, "On Sunday")).isVisible();
            page.reload();
            writes(page, "And tomorrow?");
            page.reload();
            astrid.sees("And tomorrow?");
            Page second = context.newPage();
            second.navigate(address(play, desk));
            assertThat(said(second, "And tomorrow?")).isVisible();
            writes(second, "From the other window.");
            astrid.sees("From the other window.");
            assertThat(said(page, "From the other window.")).isVisible();
            astrid.answers("The same.");
            assertThat(said(page, "The same.")).isVisible();
            assertThat(said(second, "The same.")).isVisible();
            List<String> all = words(page);
            assertThat(all).isEqualTo(words(second)).doesNotHaveDuplicates();
            assertThat(all.subList(all.size() - 5, all.size()))
                    .containsExactly(
                            "Until eight.",
                            "On Sunday until four.",
                            "And tomorrow?",
                            "From the other window.",
                            "The same.");
            astrid.isNotOfferedFor(Play.SILENCE);

            // What is kept in the browser goes when the conversation does.
            astrid.closes("answered 2");
            assertThat(page.locator("#news")).containsText("This conversation has ended");
            assertThat(second.locator("#news")).containsText("This conversation has ended");
            String kept = "() => localStorage.length + sessionStorage.length";
            assertThat(page.evaluate(kept)).isEqualTo(0);
            assertThat(second.evaluate(kept)).isEqualTo(0);
            Download download = page.waitForDownload(
                    () -> page.getByText("Save the conversation").click());
            assertThat(Files.readString(download.path())).contains("And tomorrow?", "On Sunday until four.");
        }
    }

    @Test
    void whereOnlyBoshGetsThrough(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2", "fa native", "sv C1"));
        play.enters(astrid, desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("sv")) {
            context.routeWebSocket(Pattern.compile(".*"), WebSocketRoute::close);
            List<String> requests = new ArrayList<>();
            Page page = context.newPage();
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(address(play, desk));
            writes(page, "Har ni kartor?");
            astrid.isOffered("kartor");
            astrid.answers("En hel källare.");
            assertThat(said(page, "källare")).isVisible();
            page.reload();
            assertThat(said(page, "källare")).isVisible();
            writes(page, "Över månen?");
            astrid.sees("månen");
            assertThat(page.locator("li.patron .state")).hasText(new String[] {"mottaget", "mottaget"});
            assertThat(requests).anyMatch(url -> url.endsWith("/http-bind/"));
        }
    }

    @Test
    void aLinkThatIsCutAndForAWhileCannotBeMadeAgain(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2", "fa native", "sv C1"));
        play.enters(astrid, desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Cut cut = Cut.of(context);
            Page page = opens(context, play.library(HOME), desk);
            writes(page, "Where are the maps?");
            assertThat(page.locator("li.patron .state")).hasText("received");
            astrid.isOffered("maps");
            astrid.answers("In the cellar.");
            assertThat(said(page, "In the cellar.")).isVisible();

            cut.cut();
            assertThat(page.locator("#news")).not().isEmpty();
            writes(page, "Said while the link was cut.");
            astrid.answers("Answered while it was cut.");
            assertThat(page.locator("#news"))
                    .containsText(
                            "can’t be reached",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(BACK_MAX_MILLISECONDS));
            cut.mend();

            assertThat(said(page, "Answered while it was cut."))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BACK_MAX_MILLISECONDS));
            astrid.sees("Said while the link was cut.");
            assertThat(page.locator("li.patron .state")).hasText(new String[] {"received", "received"});
            assertThat(page.locator("#news")).isEmpty();
            assertThat(words(page)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatSomebodyWritesIsTextAndNothingElse(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2", "fa native", "sv C1"));
        play.enters(astrid, desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = opens(context, play.library(HOME), desk);
            writes(page, "<img src=x onerror=alert(1)> javascript:alert(1)");
            astrid.isOffered("<img");
            String hostile = "<script>alert(1)</script> \u202Egnp.exe [x](javascript:alert(1))";
            astrid.answers(hostile);
            assertThat(said(page, "<script>alert(1)</script>")).isVisible();
            assertThat(page.locator("main img, main script, main a")).hasCount(0);
            Frame main = page.mainFrame();
            browsing.shutsNobodyOut(page, main);
        }
    }

    @Test
    void aServiceThatIsNotThereAndLeaving(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("fi")) {
            Page page = context.newPage();
            page.navigate(LibrarySite.page(play.library(HOME), "nobody"));
            assertThat(page.locator("#news")).containsText("Tällaista palvelua ei ole");
            assertThat(box(page)).hasCount(0);

            page.navigate(address(play, desk));
            assertThat(page.locator("#news")).containsText("Kukaan kirjastonhoitaja ei ole nyt paikalla");
            writes(page, "Onko siellä ketään?");
            assertThat(page.locator("li.patron .state")).hasText("vastaanotettu");
            page.getByText("Lopeta ja poista täältä").click();
            browsing.shutsNobodyOut(page, page.mainFrame());
            page.keyboard().press("Escape");
            assertThat(said(page, "ketään")).isVisible();
            page.getByText("Lopeta ja poista täältä").click();
            page.getByText("Lopeta ja poista", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#news")).containsText("Keskustelu on poistettu");
            assertThat(page.locator("li")).hasCount(0);
            assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            page.reload();
            assertThat(page.locator("li")).hasCount(0);
        }
    }
}
