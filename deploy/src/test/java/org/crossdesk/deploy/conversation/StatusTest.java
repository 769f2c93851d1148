package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.SeenPresence;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

/** A service says whether somebody can answer, whoever's operator it is: by presence, by disco, and to websites. */
@Conversation
class StatusTest {
    private static final String HOME = "uppsala.test";

    /** What a patron's client sees of a service among its contacts, from one thing to the next. */
    private static final class Contact {
        private final XmppClient client;
        private final Address service;
        private long place;

        Contact(XmppClient client, Address service) throws Exception {
            this.client = client;
            this.service = service;
            this.place = client.presences().end();
            Presence subscribe = StanzaBuilder.buildPresence()
                    .ofType(Presence.Type.subscribe)
                    .to(JidCreate.from(service.toString()))
                    .build();
            client.connection().sendStanza(subscribe);
        }

        SeenPresence next(String what, Predicate<SeenPresence> fits) throws InterruptedException {
            var found = client.presences()
                    .await(place, seen -> seen.from().equals(service) && fits.test(seen), Play.READY_MAX);
            assertThat(found).as(what).isPresent();
            place = found.orElseThrow().next();
            return found.orElseThrow().value();
        }

        Element becomes(String state) throws InterruptedException {
            return element(next(
                    "the contact becomes " + state,
                    seen -> seen.payload("service-status", "urn:xmpp:ask:0")
                            .flatMap(status -> status.attribute("state"))
                            .filter(state::equals)
                            .isPresent()));
        }

        private static Element element(SeenPresence seen) {
            return seen.payload("service-status", "urn:xmpp:ask:0").orElseThrow();
        }
    }

    private static DataForm form(XmppClient client, Address service) throws Exception {
        return DataForm.from(
                ServiceDiscoveryManager.getInstanceFor(client.connection())
                        .discoverInfo(JidCreate.from(service.toString())),
                "urn:xmpp:ask:0");
    }

    @Test
    void anOperatorOfAnotherLibraryOpensTheLocalService(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).rollingUpTo(hall));
        StatusPage page = new StatusPage(play.library(HOME), desk);
        Patron elsa = play.patron("Elsa", desk);
        Operator leila = play.operator("Leila", "tehran.test", new Knows(List.of("fa native"), List.of(), 1));
        Contact contact = new Contact(play.client(elsa), desk);

        contact.next("the service lets Elsa see it", seen -> seen.type().equals("subscribed"));
        contact.becomes("away");
        page.awaitState("away");
        assertThat(form(play.client(elsa), desk).getField("status").getFirstValue())
                .isEqualTo("away");

        play.enters(leila, hall);
        assertThat(contact.becomes("open").children())
                .as("by whom is the desks' business")
                .isEmpty();
        page.awaitState("open");
        assertThat(form(play.client(elsa), desk).getField("status").getFirstValue())
                .isEqualTo("open");
        HttpResponse<String> open = page.get("", "Accept-Language", "de, sv;q=0.8");
        assertThat(open.body())
                .contains("\"service\":\"" + desk + "\"")
                .contains("\"name\":\"Service " + desk.local() + "\"")
                .contains("\"text\":\"Öppet\"")
                .contains("\"language\":\"sv\"");
        assertThat(open.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(open.headers().firstValue("Cache-Control")).contains("public, max-age=10");
        String tag = open.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = page.get("?lang=sv", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> badge = page.get(".svg?lang=fa");
        assertThat(badge.headers().firstValue("Content-Type")).contains("image/svg+xml;charset=utf-8");
        assertThat(badge.body()).startsWith("<svg").contains("باز");

        // She has one place, and Elsa gets it.
        elsa.writes("سلام، کتابی درباره باران می‌خواهم.");
        leila.isOffered("باران");
        leila.answers("سلام!");
        elsa.sees("سلام!");
        contact.becomes("busy");
        page.awaitState("busy");
        assertThat(page.get("?lang=sv", "If-None-Match", tag).statusCode()).isEqualTo(200);

        play.duty(leila).leave(hall);
        contact.becomes("away");
        page.awaitState("away");
    }

    @Test
    void closedIsUntilTheHoursSayAndOnlyIfNobodyElseIsThere(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).rollingUpTo(hall));
        StatusPage page = new StatusPage(play.library(HOME), desk);
        Operator leila = play.operator("Leila", "tehran.test", Knows.languages("fa native"));
        Contact contact = new Contact(play.client(play.patron("Elsa", desk)), desk);
        contact.becomes("away");

        // Open once in a while, at the other end of the year.
        play.coordinate(
                HOME,
                "service",
                Map.of(
                        "name", List.of(String.valueOf(desk.local())),
                        "zone", List.of("Europe/Stockholm"),
                        "hours", List.of("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=6 09:00-10:00")));
        assertThat(contact.becomes("closed").attribute("until").orElseThrow()).endsWith("-06-06T07:00:00Z");
        page.awaitState("closed");
        assertThat(page.get("?lang=en").body()).contains("-06-06T07:00:00Z").contains("Closed until ");

        play.enters(leila, hall);
        contact.becomes("open");
        page.awaitState("open");
    }

    /** Each is the other's parent, which no desk alone can know. */
    @Test
    void twoServicesInACircleDoNotKeepEachOtherOpen(Play play) throws Exception {
        Address far = play.opens(Opening.at(Playbill.HUB));
        Address near = play.opens(Opening.at(HOME).rollingUpTo(far));
        play.coordinate(
                Playbill.HUB,
                "service",
                Map.of(
                        "name", List.of(String.valueOf(far.local())),
                        "parent", List.of(near.toString()),
                        "parent-seconds", List.of("4")));
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        StatusPage farPage = new StatusPage(play.library(Playbill.HUB), far);
        StatusPage nearPage = new StatusPage(play.library(HOME), near);

        play.enters(astrid, near);
        farPage.awaitState("open");
        nearPage.awaitState("open");
        play.duty(astrid).leave(near);
        farPage.awaitState("away");
        nearPage.awaitState("away");
    }

    @Test
    void whatIsNotThereIsSaidSo(Play play) throws Exception {
        StatusPage page = new StatusPage(play.library(HOME), Address.parse("no-such-service@ask." + HOME));
        assertThat(page.get("").statusCode()).isEqualTo(404);
        assertThat(page.get("").body()).contains("there is no service of this name here");
        assertThat(page.get(".svg").statusCode()).isEqualTo(404);
        assertThat(page.get("/../../../etc/passwd").statusCode()).isIn(400, 404);
        assertThat(page.get("?lang=%00").statusCode()).isEqualTo(400);
    }
}
