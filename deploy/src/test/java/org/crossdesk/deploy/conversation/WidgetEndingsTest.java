package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.deploy.conversation.PatronPage.leaves;
import static org.crossdesk.deploy.conversation.PatronPage.opens;
import static org.crossdesk.deploy.conversation.PatronPage.said;
import static org.crossdesk.deploy.conversation.PatronPage.writes;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.commands.AdHocCommand;
import org.jivesoftware.smackx.commands.packet.AdHocCommandData;
import org.jivesoftware.smackx.xdata.ListSingleFormField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.jxmpp.jid.impl.JidCreate;

/** A patron with a browser leaves, is answered later, and is shown a page. */
@Conversation
@ResourceLock(Browsing.LOCK)
class WidgetEndingsTest {
    private static final String HOME = "uppsala.test";

    @Test
    void whoLeavesIsNotWaitedFor(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2"));
        play.enters(astrid, desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = opens(context, play.library(HOME), desk);
            writes(page, "Is there a lift?");
            astrid.isOffered("a lift");
            astrid.answers("Behind the stairs.");
            assertThat(said(page, "Behind the stairs.")).isVisible();
            leaves(page);
            astrid.seesNote("The patron has left");

            // A question that waits rings no longer.
            writes(page, "And a ramp?");
            astrid.isOffered("a ramp");
            leaves(page);
            astrid.seesNote("The offer is withdrawn");
            assertThat(page.locator("li")).hasCount(0);
        }
    }

    @Test
    void whoWasAnsweredSaysHowItWas(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2"));
        play.enters(astrid, desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = opens(context, play.library(HOME), desk);
            writes(page, "Do you have a map?");
            astrid.isOffered("a map");
            astrid.answers("On the first floor.");
            assertThat(said(page, "On the first floor.")).isVisible();
            astrid.closes("answered 1");
            Locator survey = page.locator(".survey");
            assertThat(survey).isVisible();
            browsing.shutsNobodyOut(page, page.mainFrame());
            Browsing.picture(page, "widget-survey");
            survey.getByLabel("4").check();
            survey.getByLabel("What else do you want to tell the library?").fill("=Quick and kind.");
            survey.getByText("Send the answer").click();
            assertThat(page.locator("#news")).hasText("Thank you for telling us.");
            assertThat(survey).hasCount(0);
            assertThat(ratings(play, desk)).containsExactly("4 =Quick and kind. uppsala.test");

            // Another conversation, which the patron ends: the link stays for as long as it is asked.
            writes(page, "And an atlas?");
            astrid.isOffered("an atlas");
            astrid.answers("Beside it.");
            assertThat(said(page, "Beside it.")).isVisible();
            leaves(page);
            survey.getByLabel("5").check();
            survey.getByText("Send the answer").click();
            assertThat(page.locator("#news")).hasText("Thank you for telling us.");
            assertThat(ratings(play, desk)).contains("5  uppsala.test");
        }
    }

    private static List<String> ratings(Play play, Address service) throws Exception {
        return play
                .coordinate(HOME, "ratings", Map.of("service", List.of(Objects.requireNonNull(service.local()))))
                .items()
                .stream()
                .map(row -> String.join(
                        " ",
                        row.get("stars").get(0),
                        row.get("words").get(0),
                        row.get("library").get(0)))
                .toList();
    }

    @Test
    void afterHoursAQuestionIsLeftAndAnsweredLater(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator lars = play.operator("Lars", HOME, Knows.languages("en C2"));
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = opens(context, play.library(HOME), desk);
            assertThat(page.locator("#news")).containsText("No librarian is here right now");
            page.locator("#words").fill("Do you lend telescopes?");
            page.locator("#where").fill("mina@example.org");
            browsing.shutsNobodyOut(page, page.mainFrame());
            Browsing.picture(page, "widget-after-hours");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                    .click();
            assertThat(said(page, "where you asked to be reached or here")).isVisible();
            assertThat(page.locator("#news")).containsText("You can close this page");
            assertThat(page.locator("#where")).hasCount(0);
            Browsing.picture(page, "widget-left");

            String session = waiting(play.client(lars), "telescopes");
            play.client(lars).command(Duty.desk(HOME), "follow-ups", Map.of("question", List.of(session)));
            lars.isOffered("telescopes");
            lars.answers("Two of them.");
            lars.seesTranscript("telescopes", "/later mina@example.org");
            assertThat(said(page, "Two of them.")).isVisible();
            assertThat(said(page, "Please answer later")).isVisible();
            assertThat(page.locator("#news")).not().containsText("You can close this page");
        }
    }

    private static String waiting(XmppClient client, String words) throws Exception {
        AdHocCommandData execute = new AdHocCommandData();
        execute.setType(IQ.Type.set);
        execute.setTo(JidCreate.from(Duty.desk(HOME).toString()));
        execute.setNode("follow-ups");
        execute.setAction(AdHocCommand.Action.execute);
        AdHocCommandData form = client.connection().sendIqRequestAndWaitForResponse(execute);
        return ((ListSingleFormField) form.getForm().getField("question"))
                .getOptions().stream()
                        .filter(option -> option.getLabel().contains(words))
                        .map(option -> option.getValueString())
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aPageIsShownAsACardThatThePatronOpens(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2"));
        play.enters(astrid, desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = opens(context, play.library(HOME), desk);
            writes(page, "How do I renew a loan?");
            astrid.isOffered("renew a loan");
            astrid.answers("Here it says how.");
            assertThat(said(page, "Here it says how.")).isVisible();
            Address contact = astrid.session();
            pushes(play.client(astrid), contact, "https://uppsala.test@www.uppsаla.test/loans?lang=en");
            Locator card = page.locator(".card");
            assertThat(card).hasCount(1);
            assertThat(card).containsText("www.xn--uppsla-6nf.test/loans?lang=en");
            Locator opens = card.getByRole(AriaRole.LINK);
            assertThat(opens).hasAttribute("rel", "noopener noreferrer");
            assertThat(opens).hasAttribute("target", "_blank");
            pushes(play.client(astrid), contact, "javascript:alert(1)");
            assertThat(said(page, "javascript:alert(1)")).isVisible();
            assertThat(page.locator("main a")).hasCount(1);
            browsing.shutsNobodyOut(page, page.mainFrame());
            Browsing.picture(page, "widget-page");
            assertThat(context.pages()).hasSize(1);
        }
    }

    private static void pushes(XmppClient client, Address contact, String url) throws Exception {
        Element oob = Element.named("x", "jabber:x:oob")
                .child(Element.named("url", "jabber:x:oob").text(url).build())
                .build();
        client.send(Outgoing.chat(contact, url).with(oob));
    }

    @Test
    void whatTheLibraryAsksBeforeReachesTheOperatorAside(Play play) throws Exception {
        String library = "helsinki.test";
        Address desk = play.opens(Opening.at(library));
        Operator maija = play.operator("Maija", library, Knows.languages("en C2"));
        play.enters(maija, desk);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = context.newPage();
            page.navigate(LibrarySite.page(play.library(library), Objects.requireNonNull(desk.local())));
            writes(page, "What was the tithe in 1700?");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("Please fill in: \u2068Your class or course\u2069");
            assertThat(page.getByLabel("Your class or course")).isFocused();
            browsing.shutsNobodyOut(page, page.mainFrame());
            Browsing.picture(page, "widget-form");
            page.keyboard().insertText("9 b");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                    .click();
            maija.isOffered("What was the tithe in 1700?");
            maija.answers("A tenth.");
            maija.seesTranscript("tithe", "Class or course: 9 b");
            assertThat(said(page, "A tenth.")).isVisible();
            assertThat(page.getByLabel("Your class or course")).hasCount(0);
            assertThat(page.locator("main li").getByText("9 b")).hasCount(0);
        }
    }
}
