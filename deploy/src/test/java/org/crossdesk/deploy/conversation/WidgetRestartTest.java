package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.deploy.conversation.PatronPage.opens;
import static org.crossdesk.deploy.conversation.PatronPage.said;
import static org.crossdesk.deploy.conversation.PatronPage.writes;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** The patron's own server is killed under an open page, and comes back: the page notices, and so does nobody else. */
@RoughConversation
class WidgetRestartTest {
    private static final String HOME = "uppsala.test";
    private static final double BACK_MAX_MILLISECONDS = 40_000;

    @Test
    void ofTheServerThatThePageIsFrom(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).waiting(1).rollingUpTo(hall));
        Operator leila = play.operator("Leila", "tehran.test", Knows.languages("en C2"));
        play.enters(leila, hall);
        Library uppsala = play.library(HOME);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = opens(context, uppsala, desk);
            writes(page, "Question one?");
            leila.isOffered("Question one");
            leila.answers("Answer one.");
            Locator words = page.locator("li .words");
            assertThat(words.last()).hasText("Answer one.");

            Rough.kill(play, uppsala);
            assertThat(page.locator("#news")).containsText("connection is interrupted");
            writes(page, "Question two, while the server is down?");
            leila.answers("Answer two, said to a server that is down.");
            Rough.start(play, uppsala);

            var patiently = new LocatorAssertions.HasCountOptions().setTimeout(BACK_MAX_MILLISECONDS);
            assertThat(said(page, "Answer two")).hasCount(1, patiently);
            leila.sees("Question two");
            leila.answers("Answer three.");
            assertThat(said(page, "Answer three")).hasCount(1, patiently);
            List<String> all = words.allInnerTexts();
            assertThat(all)
                    .doesNotHaveDuplicates()
                    .contains("Question one?", "Answer one.", "Question two, while the server is down?")
                    .endsWith("Answer three.");
        }
    }
}
