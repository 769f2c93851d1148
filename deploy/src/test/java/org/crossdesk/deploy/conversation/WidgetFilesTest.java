package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.deploy.conversation.PatronPage.opens;
import static org.crossdesk.deploy.conversation.PatronPage.said;
import static org.crossdesk.deploy.conversation.PatronPage.writes;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A patron with a browser sends a picture, and an operator with a console a page. */
@Conversation
@ResourceLock(Browsing.LOCK)
class WidgetFilesTest {
    private static final String HOME = "uppsala.test";
    private static final int TOO_MANY_BYTES = 500_001;

    /** A dot of one colour. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final HttpClient web = HttpClient.newHttpClient();

    private static void chooses(Page page, String name, byte[] content) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Attach a file"));
        page.waitForFileChooser(button::click).setFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private HttpResponse<byte[]> fetched(String address) throws Exception {
        return web.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aPictureGoesToTheOperator(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("en C2"));
        play.enters(astrid, desk);
        Library library = play.library(HOME);
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = opens(context, library, desk);
            assertThat(page.getByText("Attach a file")).hasCount(0);
            writes(page, "What does this page say?");
            astrid.isOffered("this page");
            astrid.answers("Show me, please.");
            chooses(page, "page.exe", PICTURE);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("jpeg, jpg, pdf, png");
            chooses(page, "page.pdf", new byte[TOO_MANY_BYTES]);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("at most \u20680.5\u2069 MB");
            browsing.shutsNobodyOut(page, page.mainFrame());
            chooses(page, "page 12.png", PICTURE);
            astrid.sees("http://" + library.address() + ":7070/crossdesk/sent/");
            assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
            Locator link = page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName("page 12.png (" + library.address() + ":7070)"));
            assertThat(link).isVisible();
            Browsing.picture(page, "widget-file");

            String address = link.getAttribute("href");
            HttpResponse<byte[]> picture = fetched(address);
            assertThat(picture.body()).isEqualTo(PICTURE);
            assertThat(picture.headers().firstValue("content-type")).contains("image/png");
            assertThat(picture.headers().firstValue("content-security-policy")).contains("sandbox; default-src 'none'");
            assertThat(picture.headers().firstValue("x-content-type-options")).contains("nosniff");
            HttpRequest again = HttpRequest.newBuilder(URI.create(address))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(PICTURE))
                    .build();
            assertThat(web.send(again, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .as("nobody writes over it")
                    .isEqualTo(403);
            assertThat(fetched(address.replaceAll("/sent/.{4}", "/sent/aaaa")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPageGoesToThePatron(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        byte[] content = new byte[TOO_MANY_BYTES - 1];
        Arrays.fill(content, (byte) '<');
        try (Browsing browsing = Browsing.start();
                BrowserContext operators = browsing.context("en");
                BrowserContext patrons = browsing.context("en")) {
            ConsolePage console = ConsolePage.onDuty(play, operators, desk, Knows.languages("en C2"));
            Page page = opens(patrons, play.library(HOME), desk);
            writes(page, "How do I fill this in?");
            console.isOffered("fill this in");
            console.takes();
            chooses(console.page(), "form.pdf", content);
            Locator link = page.getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions()
                            .setName("form.pdf (" + play.library(HOME).address() + ":7070)"));
            assertThat(link).isVisible();
            HttpResponse<byte[]> form = fetched(link.getAttribute("href"));
            assertThat(form.body()).isEqualTo(content);
            assertThat(form.headers().firstValue("content-disposition")).contains("attachment");
            assertThat(said(page, "form.pdf")).isVisible();
            assertThat(console.line("form.pdf")).isVisible();
        }
    }
}
