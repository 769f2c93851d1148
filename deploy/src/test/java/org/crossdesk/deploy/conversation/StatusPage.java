package org.crossdesk.deploy.conversation;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;

/** What a library's website reads of a service. */
final class StatusPage {
    private final HttpClient web = HttpClient.newHttpClient();
    private final URI address;

    StatusPage(Library library, Address service) {
        address = URI.create(
                "http://" + library.address() + ":" + library.ports().web() + "/crossdesk/status/" + service.local());
    }

    /** Asks for it, with what stands behind the address and these headers. */
    HttpResponse<String> get(String suffix, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + suffix));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return web.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until the service is in this state. */
    void awaitState(String state) {
        await("the page says " + state)
                .atMost(Play.READY_MAX)
                .until(() -> get("").body().contains("\"state\":\"" + state + "\""));
    }
}
