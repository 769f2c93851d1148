package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;

/** A patron at the page of a service, without a site around it. */
final class PatronPage {
    private PatronPage() {}

    /** Opens the page of a service. */
    static Page opens(BrowserContext context, Library library, Address service) {
        Page page = context.newPage();
        page.navigate(LibrarySite.page(library, Objects.requireNonNull(service.local())));
        return page;
    }

    /** Says something. */
    static void writes(Page page, String text) {
        page.locator("#words").fill(text);
        page.locator("#words").press("Enter");
    }

    /** What somebody said, here or there. */
    static Locator said(Page page, String text) {
        return page.locator("li .words", new Page.LocatorOptions().setHasText(text));
    }

    /** Ends the conversation. */
    static void leaves(Page page) {
        page.getByText("End and delete here").click();
        page.getByText("End and delete", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#news")).containsText("was deleted on this device");
    }
}
