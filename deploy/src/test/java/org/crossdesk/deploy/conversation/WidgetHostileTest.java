package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.crossdesk.deploy.conversation.PatronPage.opens;
import static org.crossdesk.deploy.conversation.PatronPage.said;
import static org.crossdesk.deploy.conversation.PatronPage.writes;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Patrons and sites that mean harm, and screens of every width. */
@Conversation
@ResourceLock(Browsing.LOCK)
class WidgetHostileTest {
    private static final String HOME = "uppsala.test";
    private static final String SITE = "127.0.16.97";
    private static final int FLOOD_LINES = 1_000;
    private static final int ONE_MEGABYTE_OR_SO = 950_000;
    private static final Duration FLOOD_OVER = Duration.ofSeconds(60);
    private static final Knows LIBRARIAN = Knows.languages("en C2", "fi native", "fa native");

    @Test
    void whatAPatronWritesIsTextOnTheOperatorsScreen(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        try (Browsing browsing = Browsing.start();
                BrowserContext patrons = browsing.context("en");
                BrowserContext operators = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.onDuty(play, operators, desk, LIBRARIAN);
            Page page = opens(patrons, play.library(HOME), desk);
            writes(page, "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script> help");
            astrid.isOffered("<img src=x");
            astrid.takes();
            writes(page, "\u202Etxet desrever \u2066and isolated, never closed");
            writes(page, "[x](javascript:alert(1)) javascript:alert(1) data:text/html,x");
            assertThat(astrid.line("javascript:alert(1)")).isVisible();
            astrid.says("Plain words after it.");
            assertThat(astrid.page().locator("main img, main script, main iframe"))
                    .hasCount(0);
            assertThat(astrid.page().locator(".with-patron .lines a")).hasCount(0);
            assertThat(astrid.page().title()).doesNotContain("taken");
            // Marks of direction end where the line does: the next line, and the name beside it, are as ever.
            assertThat((String)
                            astrid.line("Plain words after it.").evaluate("line => getComputedStyle(line).unicodeBidi"))
                    .isIn("isolate", "plaintext");
            assertThat(said(page, "Plain words after it.")).isVisible();
        }
    }

    @Test
    void aFloodIsAnsweredLineByLineAndNobodyElseNoticesIt(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        XmppClient flooder = play.client(play.spare(Theatre.Role.PATRON, HOME), HOME);
        try (Browsing browsing = Browsing.start();
                BrowserContext patrons = browsing.context("en");
                BrowserContext operators = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.onDuty(play, operators, desk, LIBRARIAN);
            Page page = opens(patrons, play.library(HOME), desk);
            writes(page, "Is the map room open?");
            astrid.isOffered("map room");
            astrid.takes();

            flooder.send(Outgoing.chat(desk, "x".repeat(ONE_MEGABYTE_OR_SO)).withId("huge"));
            for (int i = 0; i < FLOOD_LINES; i++) {
                flooder.send(Outgoing.chat(desk, "line " + i).withId("flood-" + i));
            }
            astrid.says("Until six.");
            assertThat(said(page, "Until six.")).isVisible();
            writes(page, "Thank you!");
            assertThat(astrid.line("Thank you!")).isVisible();

            // Each line is kept, or refused in words; none is neither.
            await().atMost(FLOOD_OVER)
                    .untilAsserted(() -> assertThat(kept(flooder) + refused(flooder))
                            .as("%s kept, %s refused", kept(flooder), refused(flooder))
                            .isEqualTo(FLOOD_LINES));
            assertThat(flooder.messages().all())
                    .anySatisfy(message -> assertThat(message.failure() != null
                                    && message.failure().condition().equals("resource-constraint"))
                            .isTrue());
            astrid.says("You are welcome.");
            assertThat(said(page, "You are welcome.")).isVisible();
        }
    }

    private static long kept(XmppClient client) {
        return client.messages().all().stream()
                .map(Received::receiptFor)
                .filter(id -> id != null && id.startsWith("flood-"))
                .distinct()
                .count();
    }

    private static long refused(XmppClient client) {
        return client.messages().all().stream()
                .filter(message -> message.failure() != null && message.id() != null)
                .filter(message -> message.id().startsWith("flood-"))
                .count();
    }

    @Test
    void aSiteCannotReadTheTalkNorSpeakInIt(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        try (LibrarySite site = LibrarySite.open(SITE, 0, play.library(HOME), Objects.requireNonNull(desk.local()));
                Browsing browsing = Browsing.start();
                BrowserContext patrons = browsing.context("en");
                BrowserContext operators = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.onDuty(play, operators, desk, LIBRARIAN);
            Page page = patrons.newPage();
            page.navigate(site.address());
            page.evaluate("() => { window.told = []; addEventListener('message', event => told.push(event.data)) }");
            page.getByRole(AriaRole.BUTTON).click();
            FrameLocator widget = page.frameLocator("iframe");
            widget.locator("#words").fill("My secret question?");
            widget.locator("#words").press("Enter");
            astrid.isOffered("My secret question?");
            astrid.takes();
            astrid.says("My secret answer.");
            assertThat(widget.getByText("My secret answer.")).isVisible();

            for (String reach : List.of(
                    "frames[0].document",
                    "document.querySelector('iframe').contentWindow.localStorage",
                    "frames[0].location.href",
                    "frames[0].eval('1')")) {
                assertThatThrownBy(() -> page.evaluate("() => String(" + reach + ")"))
                        .as(reach)
                        .hasMessageContaining("cross-origin");
            }
            assertThat(page.evaluate("() => document.querySelector('iframe').contentDocument"))
                    .isNull();
            // Whatever it says to the page, nothing is said by it, and nothing is told but that.
            page.evaluate(
                    "() => { for (const said of ['read', { crossdesk: 'say', text: 'by the site' }, { type: 'text' },"
                            + " 'crossdesk:shown', 'crossdesk:hidden', null, 7, ['crossdesk:say']])"
                            + " frames[0].postMessage(said, '*') }");
            astrid.says("Another secret.");
            assertThat(widget.getByText("Another secret.")).isAttached();
            assertThat(widget.locator("li.patron")).hasCount(1);
            List<?> told = (List<?>) page.evaluate("() => told.map(data => Object.keys(data).sort().join() + ' ' +"
                    + " data.crossdesk + ' ' + typeof data.count)");
            assertThat(told)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(String.valueOf(one))
                            .matches("count,crossdesk (open|unread|closed|hide) number"));
            assertThat(String.valueOf(page.evaluate("() => JSON.stringify(told)")))
                    .doesNotContain("secret");
            assertThat(String.valueOf(page.evaluate("() => Object.keys(localStorage).length"
                            + " + Object.keys(sessionStorage).length + document.cookie.length")))
                    .isEqualTo("0");
        }
    }

    @Test
    void nothingIsCutOffFromTheNarrowestToTheWidestScreen(Play play) throws Exception {
        Address open = play.opens(Opening.at(HOME));
        Address empty = play.opens(Opening.at(HOME));
        try (LibrarySite site = LibrarySite.open(SITE, 0, play.library(HOME), Objects.requireNonNull(open.local()));
                Browsing browsing = Browsing.start();
                BrowserContext patrons = browsing.context("fi");
                BrowserContext operators = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.of(play, operators, HOME, LIBRARIAN);
            astrid.enters(open);
            Page page = opens(patrons, play.library(HOME), open);
            Page closed = opens(patrons, play.library(HOME), empty);
            writes(page, "Missä? " + "pitkäsana".repeat(60));
            astrid.isOffered("Missä?");
            astrid.takes();
            astrid.says("https://www.uppsala.test/" + "path/".repeat(60));
            assertThat(page.locator("li.operator")).hasCount(1);
            Page hosted = patrons.newPage();
            hosted.navigate(site.address());
            hosted.getByRole(AriaRole.BUTTON).click();
            assertThat(hosted.frameLocator("iframe").locator("#words")).isVisible();

            for (int[] size : new int[][] {{320, 568}, {768, 1024}, {3_840, 2_160}}) {
                for (Page one : List.of(page, closed, hosted)) {
                    one.setViewportSize(size[0], size[1]);
                    for (Frame frame : one.frames()) {
                        assertThat(frame.evaluate("() => document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                                .as("%s at %s", frame.url(), size[0])
                                .isEqualTo(0);
                    }
                }
                Browsing.picture(page, "widget-" + size[0]);
                Browsing.picture(closed, "widget-closed-" + size[0]);
                Browsing.picture(hosted, "widget-hosted-" + size[0]);
            }
            closed.setViewportSize(320, 568);
            browsing.shutsNobodyOut(closed, closed.mainFrame());
        }
    }
}
