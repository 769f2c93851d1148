package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.crossdesk.deploy.conversation.PatronPage.opens;
import static org.crossdesk.deploy.conversation.PatronPage.said;
import static org.crossdesk.deploy.conversation.PatronPage.writes;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** An operator at the console while a server is killed. */
@RoughConversation
class ConsoleRestartTest {
    private static final String HOME = "uppsala.test";
    private static final double BACK_MAX_MILLISECONDS = 60_000;

    @Test
    void ofTheServerThatTheConsoleIsFrom(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Library uppsala = play.library(HOME);
        try (Browsing browsing = Browsing.start();
                BrowserContext operators = browsing.context("en");
                BrowserContext patrons = browsing.context("en")) {
            ConsolePage astrid = ConsolePage.onDuty(play, operators, desk, Knows.languages("en C2"));
            Page page = opens(patrons, uppsala, desk);
            writes(page, "Question one?");
            astrid.isOffered("Question one?");
            astrid.takes();
            astrid.says("Answer one.");
            assertThat(said(page, "Answer one.")).isVisible();

            Rough.kill(play, uppsala);
            assertThat(astrid.page().locator(".standing .bad")).isVisible();
            astrid.says("Answer two, said to a server that is down.");
            writes(page, "Question two, while the server is down?");
            Rough.start(play, uppsala);

            var patiently = new LocatorAssertions.HasCountOptions().setTimeout(BACK_MAX_MILLISECONDS);
            assertThat(astrid.line("Question two")).hasCount(1, patiently);
            assertThat(said(page, "Answer two")).hasCount(1, patiently);
            // Every line once, and on duty as before.
            assertThat(astrid.line("Question one?")).hasCount(1);
            assertThat(astrid.line("Answer one.")).hasCount(1);
            assertThat(astrid.line("Answer two")).hasCount(1);
            Locator others = astrid.page().locator("section[aria-labelledby=duties] details");
            assertThat(others).hasCount(1, patiently);
            astrid.says("Answer three.");
            assertThat(said(page, "Answer three.")).isVisible();
        }
    }
}
