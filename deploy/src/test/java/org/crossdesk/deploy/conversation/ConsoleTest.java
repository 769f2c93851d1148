package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Operators with nothing but a browser. */
@Conversation
@ResourceLock(Browsing.LOCK)
class ConsoleTest {
    private static final String HOME = "uppsala.test";
    private static final String OTHER = "tehran.test";
    private static final String SITE = "127.0.16.98";
    private static final double BACK_MAX_MILLISECONDS = 40_000;
    private static final int NARROW_PX = 320;
    private static final Knows LIBRARIAN = Knows.languages("en C2", "fa native", "sv C1");

    @Test
    void aQuestionInPersianIsHandedToAnotherLibraryByTwoConsoles(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).rollingUpTo(hall));
        try (LibrarySite site = LibrarySite.open(SITE, 0, play.library(HOME), Objects.requireNonNull(desk.local()));
                Browsing browsing = Browsing.start();
                BrowserContext patrons = browsing.context("fa");
                BrowserContext astrids = browsing.context("en");
                BrowserContext shirins = browsing.context("fa")) {
            ConsolePage astrid = ConsolePage.onDuty(play, astrids, desk, LIBRARIAN);
            ConsolePage shirin =
                    ConsolePage.of(play, shirins, OTHER, new Knows(List.of("fa native", "en C1"), List.of("law:3"), 2));
            shirin.enters(hall);

            Page page = patrons.newPage();
            page.navigate(site.address() + "?lang=fa");
            page.getByRole(AriaRole.BUTTON).click();
            FrameLocator widget = page.frameLocator("iframe");
            Locator box = widget.getByRole(AriaRole.TEXTBOX);
            box.fill("سلام، درباره قانون ارث می‌پرسم.");
            box.press("Enter");

            astrid.isOffered("قانون ارث");
            assertThat(astrid.page()).hasTitle(Pattern.compile("^\\([1-9]\\) .*"));
            astrid.takes();
            astrid.says("یک لحظه، از همکارم می‌پرسم.");
            assertThat(widget.locator("li.operator .words")).containsText("یک لحظه");
            astrid.notes("Only for us: she sounds worried.");
            Browsing.picture(astrid.page(), "console");

            // Handed over by the keyboard alone.
            astrid.presses("t");
            Locator subjects = astrid.page().getByLabel(Pattern.compile("^Subjects"));
            subjects.fill("law");
            assertThat(astrid.page().locator("dialog [role=status]")).not().containsText("Searching");
            Browsing.picture(astrid.page(), "console-transfer");
            browsing.shutsNobodyOut(astrid.page(), astrid.page().mainFrame());
            subjects.press("Enter");
            assertThat(astrid.page().locator(".with-patron .ring")).containsText("Looking for somebody");

            shirin.isOffered("قانون ارث");
            shirin.takes();
            assertThat(shirin.page().locator("html")).hasAttribute("dir", "rtl");
            assertThat(shirin.line("یک لحظه")).isVisible();
            assertThat(shirin.page().locator(".among .lines")).containsText("she sounds worried");
            assertThat(shirin.line("she sounds worried")).hasCount(0);
            assertThat(astrid.page().locator("#talk-title")).isVisible();
            assertThat(astrid.page().locator(".session.over")).isVisible();

            shirin.says("بفرمایید، ارث به چه کسی می‌رسد؟");
            assertThat(widget.locator("li.operator .words").last()).containsText("به چه کسی");
            box.fill("به خواهرم.");
            box.press("Enter");
            assertThat(shirin.line("به خواهرم")).isVisible();
            Browsing.picture(shirin.page(), "console-persian");
            browsing.shutsNobodyOut(shirin.page(), shirin.page().mainFrame());
            assertThat(widget.locator("ol")).not().containsText("worried");

            // Closed by two keys.
            shirin.presses("x");
            assertThat(shirin.page().locator("dialog [type=submit]")).isFocused();
            shirin.page().keyboard().press("Enter");
            assertThat(shirin.page().locator(".session.over")).isVisible();
            assertThat(widget.locator("#news")).containsText("پایان");
        }
    }

    @Test
    void theSessionBeforeIsReadAgainAlsoAtAnotherLibrary(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).rollingUpTo(hall));
        Operator reza = play.operator("Reza", "tehran.test", Knows.nothingSpecial());
        play.enters(reza, hall);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Patron elsa = play.patron("Elsa", desk);
            elsa.writes("Who drew the map of 1702?");
            reza.isOffered("map of 1702");
            reza.answers("A surveyor.");
            elsa.sees("A surveyor.");
            reza.commands("/aside he was a liar");
            reza.closes("answered 1");
            elsa.seesTheEnd();

            ConsolePage astrid = ConsolePage.onDuty(play, context, desk, LIBRARIAN);
            elsa.writes("And who paid for it?");
            astrid.isOffered("who paid");
            astrid.takes();
            assertThat(astrid.page().locator(".with-patron .lines")).not().containsText("A surveyor.");
            astrid.page().locator(".among summary").click();
            astrid.button("The session before").click();
            Locator before = astrid.page().locator("dialog .lines");
            assertThat(before).containsText("Who drew the map of 1702?");
            assertThat(before).containsText("A surveyor.");
            assertThat(before.locator("li.aside")).containsText("to librarians only");
            browsing.shutsNobodyOut(astrid.page(), astrid.page().mainFrame());
            Browsing.picture(astrid.page(), "console-before");
            astrid.page().keyboard().press("Escape");
            assertThat(before).hasCount(0);
        }
    }

    @Test
    void reloadedAtEveryStepAndTakenOverByAnotherWindow(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en");
                BrowserContext elsewhere = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.onDuty(play, context, desk, LIBRARIAN);
            Patron elsa = play.patron("Elsa", desk);
            elsa.writes("Is the reading room open?");
            astrid.isOffered("reading room");
            astrid.page().reload();
            astrid.isOffered("reading room");
            astrid.takes();
            astrid.says("Until eight.");
            elsa.sees("Until eight.");
            astrid.toPatron().fill("A draft that");
            astrid.page().reload();
            assertThat(astrid.toPatron()).hasValue("A draft that");
            assertThat(astrid.line("Until eight.")).isVisible();
            elsa.writes("And on Sunday?");
            assertThat(astrid.line("And on Sunday?")).isVisible();
            assertThat(astrid.line("reading room")).hasCount(1);

            ConsolePage second = ConsolePage.of(play, elsewhere, HOME, astrid.account());
            assertThat(astrid.page().locator(".standing")).containsText("Another window has taken over");
            second.page().locator(".session").click();
            assertThat(second.line("And on Sunday?")).isVisible();
            assertThat(second.line("Until eight.")).isVisible();
            second.says("Until four.");
            elsa.sees("Until four.");
            elsa.writes("Thank you!");
            assertThat(second.line("Thank you!")).isVisible();
            assertThat(astrid.line("Thank you!")).hasCount(0);

            astrid.button("Go on in this window").click();
            assertThat(second.page().locator(".standing")).containsText("Another window has taken over");
            assertThat(astrid.line("Thank you!")).isVisible();
            astrid.page().locator(".session").click();
            astrid.presses("x");
            assertThat(astrid.page().locator("dialog [type=submit]")).isFocused();
            astrid.page().keyboard().press("4");
            astrid.page().keyboard().press("Enter");
            elsa.sees("closed");
        }
    }

    @Test
    void whoClaimsAQuestionGetsItAndTheOtherSeesWho(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        try (Browsing browsing = Browsing.start();
                BrowserContext one = browsing.context("en");
                BrowserContext two = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.onDuty(play, one, desk, LIBRARIAN);
            Locator capacity = astrid.page().getByLabel("Sessions at a time");
            assertThat(capacity).hasValue("2");
            capacity.fill("3");
            capacity.press("Enter");
            assertThat(astrid.page().locator(".standing")).containsText("choose 1 to 2");
            capacity.fill("1");
            capacity.press("Enter");
            assertThat(astrid.page().locator(".standing")).containsText("Sessions at a time: 1");
            ConsolePage britt = ConsolePage.onDuty(play, two, desk, LIBRARIAN);
            assertThat(astrid.page()
                            .locator(
                                    "summary",
                                    new Page.LocatorOptions().setHasText("Colleagues on duty: \u20681\u2069")))
                    .isVisible();
            Patron elsa = play.patron("Elsa", desk);
            elsa.writes("Who claims me?");
            assertThat(astrid.page().locator(".card")).containsText("Who claims me?");
            assertThat(britt.page().locator(".card")).containsText("Who claims me?");
            // Whichever of the two it rings at, the other one claims it.
            Locator ringsAstrid = astrid.page().locator(".ring");
            Locator ringsBritt = britt.page().locator(".ring");
            astrid.page().waitForCondition(() -> ringsAstrid.count() + ringsBritt.count() > 0);
            boolean ringsAtAstrid = ringsAstrid.count() > 0;
            ConsolePage slower = ringsAtAstrid ? astrid : britt;
            ConsolePage quicker = ringsAtAstrid ? britt : astrid;
            quicker.presses("c");
            assertThat(slower.page().locator(".card")).containsText(quicker.account() + "\u2069 has it");
            assertThat(quicker.toPatron()).isVisible();
            quicker.says("I do.");
            elsa.sees("I do.");
            assertThat(slower.page().locator(".session.over")).isVisible();
        }
    }

    @Test
    void aLinkThatIsCutAndForAWhileCannotBeMadeAgain(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Cut cut = Cut.of(context);
            ConsolePage astrid = ConsolePage.onDuty(play, context, desk, LIBRARIAN);
            Patron elsa = play.patron("Elsa", desk);
            elsa.writes("Where are the maps?");
            astrid.isOffered("maps");
            astrid.takes();
            cut.cut();
            assertThat(astrid.page().locator(".standing .bad")).isVisible();
            astrid.says("Said while the link was cut.");
            elsa.writes("Asked while the link was cut.");
            assertThat(astrid.page().locator(".standing"))
                    .containsText(
                            "can’t be reached",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(BACK_MAX_MILLISECONDS));
            cut.mend();
            assertThat(astrid.line("Asked while the link was cut."))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BACK_MAX_MILLISECONDS));
            elsa.sees("Said while the link was cut.");
            assertThat(astrid.page().locator(".standing .bad")).hasCount(0);
            assertThat(astrid.page().locator("li.me .state")).hasText("received");
            assertThat(astrid.page()
                            .locator("section[aria-labelledby=duties] details")
                            .first())
                    .isVisible();
        }
    }

    @Test
    void whatAPatronWritesIsTextAndTheConsoleFitsANarrowScreen(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.onDuty(play, context, desk, LIBRARIAN);
            Patron elsa = play.patron("Elsa", desk);
            elsa.writes("<img src=x onerror=alert(1)> \u202Egnp.exe javascript:alert(1)");
            astrid.isOffered("<img src=x onerror=alert(1)>");
            astrid.takes();
            elsa.writes("<script>alert(1)</script>" + "x".repeat(2_000));
            assertThat(astrid.line("<script>alert(1)</script>")).isVisible();
            assertThat(astrid.page().locator("main img, main script, main a")).hasCount(0);
            // A line of the librarian's own that looks like a command reaches the patron as it is.
            astrid.says("!close is a word");
            elsa.sees("!close is a word");
            browsing.shutsNobodyOut(astrid.page(), astrid.page().mainFrame());
            astrid.presses("?");
            assertThat(astrid.page().locator("dialog")).containsText("Claim the question that waits longest");
            browsing.shutsNobodyOut(astrid.page(), astrid.page().mainFrame());
            astrid.page().keyboard().press("Escape");
            assertThat(astrid.page().locator("dialog")).hasCount(0);
            astrid.page().setViewportSize(NARROW_PX, 2 * NARROW_PX);
            assertThat((Integer) astrid.page().evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(NARROW_PX);
        }
    }

    @Test
    void scriptsAreWrittenFoundAndFilledIn(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        play.coordinate(
                HOME,
                "script",
                Map.of(
                        "scope",
                        List.of(desk.toString()),
                        "name",
                        List.of("Greeting"),
                        "words",
                        List.of("Welcome to {library}.", "", "You asked: {patron.question}")));
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.onDuty(play, context, desk, LIBRARIAN);
            astrid.page().locator(".menu summary").click();
            astrid.button("My scripts").click();
            astrid.page().getByLabel("Name").fill("Maps");
            astrid.page().getByLabel("Words").fill("The maps are in the cellar.");
            astrid.page().locator("dialog [type=submit]").click();
            assertThat(astrid.page().locator("dialog")).containsText("Kept: Maps");
            astrid.page().keyboard().press("Escape");

            Patron elsa = play.patron("Elsa", desk);
            elsa.writes("Where are you?");
            astrid.isOffered("Where are you?");
            astrid.takes();
            astrid.presses("r");
            astrid.page().keyboard().insertText("/welcome");
            Locator options = astrid.page().locator("#scripts [role=option]");
            assertThat(options).hasCount(1);
            browsing.shutsNobodyOut(astrid.page(), astrid.page().mainFrame());
            astrid.page().keyboard().press("Enter");
            assertThat(astrid.toPatron()).hasValue("Welcome to Uppsala Library.\n\nYou asked: Where are you?");
            astrid.page().keyboard().press("Enter");
            elsa.sees("You asked: Where are you?");
            astrid.page().keyboard().insertText("/cellar");
            assertThat(options).containsText("Maps");
            astrid.page().keyboard().press("Enter");
            astrid.page().keyboard().press("Enter");
            elsa.sees("The maps are in the cellar.");
        }
    }

    @Test
    void whoMayNotWorkHereIsToldSo(Play play) throws Exception {
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("sv")) {
            String account = play.spare(Theatre.Role.PATRON, HOME);
            Page page = context.newPage();
            page.navigate(LibrarySite.console(play.library(HOME)));
            ConsolePage console = new ConsolePage(page, account);
            console.logsIn("wrong");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("känner inte till kontot");
            browsing.shutsNobodyOut(page, page.mainFrame());
            page.locator("#password").fill(Playbill.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Disken låter dig inte arbeta här");
            assertThat(page.locator("nav li")).hasCount(0);
            assertThat(context.cookies()).isEmpty();
        }
    }
}
