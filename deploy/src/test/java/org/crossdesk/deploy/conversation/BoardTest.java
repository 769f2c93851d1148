package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A hub's coordinator with nothing but a browser. */
@Conversation
@ResourceLock(Browsing.LOCK)
class BoardTest {
    private static final String HUB = Playbill.HUB;

    /** What is asked for anew each half minute, on a busy machine. */
    private static final double SOON_MILLISECONDS = 60_000;

    private static final int SCRIPT_MAX_BYTES = 120_000;

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Around what is filled into a text there are marks that keep its direction to itself. */
    private static Locator named(Page page, String pattern) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(pattern)));
    }

    private static void turnsTo(Page page, String view) {
        page.locator("nav a[href='#" + view + "']").click();
        assertThat(page.locator("nav a[href='#" + view + "']")).hasAttribute("aria-current", "page");
    }

    private static void seesSoon(Locator what) {
        assertThat(what).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLISECONDS));
    }

    private static Locator row(Page page, String text) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    /** Says when an operator is at work. */
    private static void works(Play play, Operator operator, String library, String hours) throws Exception {
        String account = play.client(operator).address().local();
        play.coordinate(
                library,
                "profile",
                Map.of(
                        "account", List.of(String.valueOf(account)),
                        "languages", List.of("fa native"),
                        "hours", List.of(hours)));
    }

    /** By the keyboard alone. */
    private static void logsIn(Page page, String account, String password) {
        assertThat(page.locator("#name")).isFocused();
        page.keyboard().insertText(account);
        page.keyboard().press("Tab");
        page.keyboard().insertText(password);
        page.keyboard().press("Enter");
    }

    private static Page board(BrowserContext context, Play play, String domain) {
        Page page = context.newPage();
        page.setViewportSize(1_200, 900);
        page.navigate(LibrarySite.board(play.library(domain)));
        return page;
    }

    private static String saved(Page page) throws Exception {
        Download download =
                page.waitForDownload(() -> button(page, "Save as CSV").first().click());
        return Files.readString(download.path(), StandardCharsets.UTF_8);
    }

    @Test
    void theCoordinatorOfAHub(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at("uppsala.test").waiting(1).rollingUpTo(hall));
        play.coordinate(
                "uppsala.test",
                "service",
                Map.of("name", List.of(String.valueOf(desk.local())), "parent-seconds", List.of("60")));
        play.coordinate(
                HUB,
                "service",
                Map.of(
                        "name", List.of(String.valueOf(hall.local())),
                        "needs-languages", List.of("fa B2", "is B2"),
                        "zone", List.of("Europe/Stockholm"),
                        "hours", List.of("daily 00:00-24:00")));
        Operator reza = play.operator("Reza", "tehran.test", Knows.languages("fa native"));
        play.enters(reza, hall);
        works(play, reza, "tehran.test", "Sat-Wed 08:00-16:00 Asia/Tehran");
        for (String hours : List.of("Mon-Thu 10:00-18:00 Europe/Stockholm", "Wed-Fri 11:00-17:00 Europe/Stockholm")) {
            works(play, play.operator("Mina", "uppsala.test", Knows.languages("fa native")), "uppsala.test", hours);
        }
        Patron parisa = play.patron("Parisa", desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            List<Integer> sizes = new ArrayList<>();
            context.onRequestFinished(request -> {
                if (request.url().matches(".*/board-[0-9a-z]+\\.js")) {
                    sizes.add(request.sizes().responseBodySize);
                }
            });
            Page page = board(context, play, HUB);
            logsIn(page, Playbill.CHIEF, Playbill.PASSWORD);

            // A service, looked at before it is there.
            seesSoon(row(page, String.valueOf(hall)));
            assertThat(sizes).hasSize(1).allMatch(size -> size <= SCRIPT_MAX_BYTES);
            button(page, "New service").focus();
            page.keyboard().press("Enter");
            Locator name = page.locator("dialog input[name='name']");
            assertThat(name).isVisible();
            name.fill("ask-by-board");
            page.locator("dialog textarea[name='titles']").fill("Ask by Board\nfa=پرسش از تابلو");
            page.locator("dialog input[name='zone']").fill("Europe/Stockholm");
            page.locator("dialog textarea[name='needs-languages']").fill("fa B2\nis B2");
            page.locator("dialog textarea[name='hours']").fill("mo-fr nonsense");
            button(page, "Preview").click();
            assertThat(page.locator("dialog [role='alert']")).containsText("nonsense");
            page.locator("dialog textarea[name='hours']").fill("mo-fr 09:00-17:00");
            button(page, "Preview").click();
            assertThat(page.locator("dialog .preview"))
                    .containsText("Nothing is kept: this is what ask-by-board@ask.north.test would be.");
            browsing.shutsNobodyOut(page, page.mainFrame());
            button(page, "Keep it like this").click();
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(button(page, "New service")).isFocused();
            seesSoon(row(page, "Ask by Board"));

            // Who is on duty, of another library.
            turnsTo(page, "duty");
            page.getByRole(AriaRole.SEARCHBOX).fill("tehran.test " + hall.local());
            seesSoon(row(page, "fa native"));
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(row(page, "fa native")).containsText(Pattern.compile("0.* of .*2"));
            assertThat(saved(page)).contains("tehran.test", "fa native");

            // What waits, and runs.
            parisa.writes("سلام، قانون ارث در ایران چیست؟");
            reza.isOffered("قانون ارث");
            // Others' questions may wait at the same hub.
            Pattern some = Pattern.compile("[1-9]");
            seesSoon(page.locator("nav a[href='#now']", new Page.LocatorOptions().setHasText(some)));
            turnsTo(page, "now");
            assertThat(row(page, "قانون ارث")).containsText("uppsala.test");
            named(page, "Assign.*question .*" + hall.local() + " 1").click();
            assertThat(page.locator("dialog select[name='question']")).hasValue(hall.local() + " 1");
            browsing.shutsNobodyOut(page, page.mainFrame());
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            browsing.shutsNobodyOut(page, page.mainFrame());
            reza.answers("بفرمایید.");
            parisa.sees("بفرمایید.");
            seesSoon(named(page, "Join.*as a consultant: .*سلام، قانون ارث در ایران چیست؟"));
            browsing.shutsNobodyOut(page, page.mainFrame());

            // Which competences there are, and where there are none.
            turnsTo(page, "coverage");
            page.locator("main select").selectOption("ask-by-board");
            Locator icelandic = page.locator("details", new Page.LocatorOptions().setHasText("Icelandic"));
            assertThat(icelandic).containsText(Pattern.compile("40.* open hours without anybody"));
            assertThat(icelandic.locator("td.gap")).hasCount(40);
            Locator persian = page.locator("details", new Page.LocatorOptions().setHasText("Persian"))
                    .first();
            assertThat(persian.locator("tbody tr").nth(3).locator("td").nth(11)).hasText(Pattern.compile("[1-9]\\d*"));
            assertThat(saved(page)).contains("language,is B2,1,0,0,40,0,0");
            browsing.shutsNobodyOut(page, page.mainFrame());
            Browsing.picture(page, "board-coverage");

            // How many asked, and how long they waited.
            turnsTo(page, "statistics");
            page.locator("main select").first().selectOption(String.valueOf(hall.local()));
            page.locator("main select").nth(1).selectOption("staff-room");
            Locator volume = page.getByRole(
                    AriaRole.REGION,
                    new Page.GetByRoleOptions().setName("Questions").setExact(true));
            assertThat(volume.locator("tbody tr")).hasCount(1);
            assertThat(volume.locator("tbody td").first()).hasText("1");
            assertThat(page.locator("canvas")).hasCount(2);
            assertThat(saved(page)).contains("from,questions,answered,unanswered,left,transfers,median,most");
            browsing.shutsNobodyOut(page, page.mainFrame());
            Browsing.picture(page, "board-statistics");

            // From right to left; after a reload; on a small screen.
            page.locator("header select").selectOption("fa");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            for (String view : List.of("coverage", "duty", "now", "statistics", "services")) {
                turnsTo(page, view);
                assertThat(page.locator("main h2")).isFocused();
                seesSoon(page.locator("main table, main figure").first());
                browsing.shutsNobodyOut(page, page.mainFrame());
            }
            page.setViewportSize(320, 640);
            page.reload();
            seesSoon(row(page, "Ask by Board"));
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            Browsing.picture(page, "board-small-persian");
            assertThat(context.cookies()).isEmpty();
        }
    }

    @Test
    void whoIsNoCoordinatorHearsItAndALostLinkIsSaid(Play play) throws Exception {
        play.opens(Opening.at(HUB));
        String operator = play.spare(Theatre.Role.OPERATOR, HUB);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Cut cut = Cut.of(context);
            Page page = board(context, play, HUB);
            logsIn(page, operator, "wrong");
            assertThat(page.locator("form [role='alert']")).containsText("doesn’t know this account");
            page.locator("#password").fill(Playbill.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.locator("main [role='alert']")).containsText("not a coordinator’s");
            button(page, "Log out").click();
            logsIn(page, Playbill.CHIEF, Playbill.PASSWORD);
            seesSoon(row(page, "desk@ask.north.test"));

            cut.cut();
            assertThat(page.locator(".standing"))
                    .containsText(
                            "can’t be reached",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLISECONDS));
            // What was known stays to be seen.
            assertThat(row(page, "desk@ask.north.test")).isVisible();
            cut.mend();
            assertThat(page.locator(".standing"))
                    .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(SOON_MILLISECONDS));
            turnsTo(page, "duty");
            seesSoon(page.locator("main .faint", new Page.LocatorOptions().setHasText("As of")));
        }
    }
}
