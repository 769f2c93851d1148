package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.protocol.Address;

/** An operator at the console of their library, in a browser. */
record ConsolePage(Page page, String account) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** Opens the console for an operator of this play who knows this; they are logged in, and not on duty. */
    static ConsolePage of(Play play, BrowserContext context, String domain, Knows knows)
            throws ClientException, InterruptedException {
        String account = play.spare(Theatre.Role.OPERATOR, domain);
        play.profile(account, domain, knows);
        return of(play, context, domain, account);
    }

    /** The same at the library of this service, where they go on duty. */
    static ConsolePage onDuty(Play play, BrowserContext context, Address service, Knows knows)
            throws ClientException, InterruptedException {
        ConsolePage console = of(play, context, service.domain().replaceFirst("ask\\.", ""), knows);
        console.enters(service);
        return console;
    }

    /** Opens the console for this account. */
    static ConsolePage of(Play play, BrowserContext context, String domain, String account) {
        ConsolePage console = new ConsolePage(context.newPage(), account);
        console.page.setViewportSize(WIDTH, HEIGHT);
        console.page.navigate(LibrarySite.console(play.library(domain)));
        console.logsIn(Playbill.PASSWORD);
        return console;
    }

    /** By the keyboard: the focus is where the account is typed. */
    void logsIn(String password) {
        assertThat(page.locator("#name")).isFocused();
        page.keyboard().insertText(account);
        page.keyboard().press("Tab");
        page.keyboard().insertText(password);
        page.keyboard().press("Enter");
    }

    /** Goes on duty, and waits until the staff room has let them in. */
    void enters(Address service) {
        Locator duty = page.getByLabel("Service " + service.local(), new Page.GetByLabelOptions().setExact(true));
        duty.check();
        assertThat(duty.locator("xpath=ancestor::li").locator("details")).isVisible();
    }

    /** Presses a key where nobody is typing. */
    void presses(String key) {
        page.evaluate("() => document.activeElement.blur()");
        page.keyboard().press(key);
    }

    /** It rings, with these words. */
    void isOffered(String words) {
        assertThat(page.locator(".ring")).containsText(words);
    }

    /** Takes what rings. */
    void takes() {
        presses("a");
        assertThat(toPatron()).isVisible();
    }

    Locator toPatron() {
        return page.locator("#to-patron");
    }

    /** Says something to the patron. */
    void says(String words) {
        presses("r");
        page.keyboard().insertText(words);
        page.keyboard().press("Enter");
        assertThat(line(words)).isVisible();
    }

    /** Says something that only librarians are to read. */
    void notes(String words) {
        presses("n");
        page.keyboard().insertText(words);
        page.keyboard().press("Enter");
        assertThat(page.locator(".among .lines .words").getByText(words)).isVisible();
    }

    /** A line of the talk with the patron. */
    Locator line(String words) {
        return page.locator(".with-patron .lines .words", new Page.LocatorOptions().setHasText(words));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
