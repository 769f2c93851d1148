package org.crossdesk.deploy.conversation;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * A browser's link to the server, which can be cut and mended. What goes through it goes only while the browser is waited
 * for.
 */
final class Cut {
    private final AtomicBoolean cut = new AtomicBoolean();
    private final List<WebSocketRoute> links = new ArrayList<>();

    private Cut() {}

    /** The link of all pages of this browser that are opened from now on. */
    static Cut of(BrowserContext context) {
        Cut made = new Cut();
        context.routeWebSocket(Pattern.compile(".*"), link -> {
            if (made.cut.get()) {
                link.close();
            } else {
                link.connectToServer();
                made.links.add(link);
            }
        });
        context.route(Pattern.compile(".*/http-bind/"), route -> {
            if (made.cut.get()) {
                route.abort();
            } else {
                route.resume();
            }
        });
        return made;
    }

    /** Ends every connection; none can be made until it is mended. */
    void cut() {
        cut.set(true);
        List.copyOf(links).forEach(WebSocketRoute::close);
    }

    void mend() {
        cut.set(false);
    }
}
