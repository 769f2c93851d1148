package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.jxmpp.jid.impl.JidCreate;

/** A coordinator plans a service with a client that knows commands and forms, and nothing of ours. */
@Conversation
class ServicePlanTest {
    private static final String HUB = Playbill.HUB;
    private static final Address DESK = Duty.desk(HUB);

    @Test
    void aServiceIsLookedAtBeforeItIsMade(Play play) throws Exception {
        Operator aino = play.operator("Aino", "helsinki.test", new Knows(List.of("fi native"), List.of("law:3"), 2));
        Operator astrid = play.operator("Astrid", "uppsala.test", new Knows(List.of("sv native"), List.of("law:3"), 2));
        Map<String, List<String>> plan = new HashMap<>(Map.of(
                "name", List.of("ask-nordic-law"),
                "titles", List.of("Ask Nordic Law", "sv=Fråga om nordisk rätt"),
                "descriptions", List.of("The law of the Nordic countries"),
                "needs-languages", List.of("fi B2", "sv B2"),
                "needs-subjects", List.of("law:3"),
                "staff", List.of("helsinki.test"),
                "zone", List.of("Europe/Stockholm"),
                "hours", List.of("mo-fr 09:00-17:00"),
                "steps", List.of("own 30", "own 20 languages lang=B1")));
        plan.put("check", List.of("true"));

        assertThat(play.coordinate(HUB, "service", plan).notes())
                .contains("staffed by: helsinki.test", "step: own 30", "step: own 20 languages lang=B1 level=3")
                .contains("open: FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00-17:00 Europe/Stockholm")
                .anyMatch(note -> note.matches(
                        "It would be open (39|40|41) hours of the next 7 days; now (open|closed) until .*"))
                .anyMatch(note -> note.strip().startsWith(play.handle(aino) + ": "))
                .noneMatch(note -> note.strip().startsWith(play.handle(astrid) + ": "))
                .anyMatch(note -> note.startsWith("Languages: ") && note.contains("fi "));
        XmppClient coordinator = play.client(Theatre.coordinatorOf(HUB), HUB);
        assertThat(coordinator.items(DESK)).doesNotContainKey(DESK.withLocal("ask-nordic-law"));

        plan.put("check", List.of("false"));
        play.coordinate(HUB, "service", plan);
        assertThat(coordinator.items(DESK)).containsEntry(DESK.withLocal("ask-nordic-law"), "Ask Nordic Law");
        DataForm form = DataForm.from(
                ServiceDiscoveryManager.getInstanceFor(coordinator.connection())
                        .discoverInfo(JidCreate.from("ask-nordic-law@" + DESK)),
                "urn:xmpp:ask:0");
        assertThat(form.getField("description").getFirstValue()).isEqualTo("The law of the Nordic countries");
        assertThat(form.getField("name#sv").getFirstValue()).isEqualTo("Fråga om nordisk rätt");
        assertThat(form.getField("zone").getFirstValue()).isEqualTo("Europe/Stockholm");
        assertThat(form.getField("open").getFirstValue()).isIn("true", "false");

        // What is not said stays, and a dash takes away.
        play.coordinate(HUB, "service", Map.of("name", List.of("ask-nordic-law"), "hours", List.of("-")));
        assertThat(play.coordinate(HUB, "service", Map.of("name", List.of("ask-nordic-law"), "check", List.of("true")))
                        .notes())
                .contains("open: always", "staffed by: helsinki.test", "title in sv: Fråga om nordisk rätt");
    }

    @Test
    void whatNobodyKnowsIsNamed(Play play) throws Exception {
        assertThat(play.coordinate(
                                HUB,
                                "service",
                                Map.of(
                                        "name",
                                        List.of("ask-nobody"),
                                        "needs-languages",
                                        List.of("tlh native"),
                                        "check",
                                        List.of("true")))
                        .notes())
                .contains("Warning: nobody would be in.", "Nobody knows: tlh native");
    }

    @Test
    void whatCanNotBeSaysSoAndNothingIsMade(Play play) throws Exception {
        Address known = play.opens(Opening.at(HUB));
        play.coordinate(HUB, "service", Map.of("name", List.of("circle-a"), "titles", List.of("Circle A")));
        play.coordinate(HUB, "service", Map.of("name", List.of("circle-b"), "parent", List.of("circle-a@" + DESK)));
        XmppClient coordinator = play.client(Theatre.coordinatorOf(HUB), HUB);

        refuses(coordinator, "Ask Nordic Law", "titles", "Law", "can't be the part before @ask.north.test");
        refuses(coordinator, "law-1", "titles", "Service " + known.local(), "is called already");
        refuses(coordinator, "law-1", "staff", "-", "a service needs members");
        refuses(coordinator, "law-1", "staff", "bergen.test", "bergen.test is not in the member list of north.test");
        refuses(coordinator, "law-1", "hours", "mo-fr 09:00-17:00", "say in which time zone");
        refuses(coordinator, "law-1", "zone", "Europe/Stockholm", "say when it is open");
        refuses(coordinator, "law-1", "needs-subjects", "xyzzy", "xyzzy");
        refuses(coordinator, "law-1", "own-seconds", "91", "no more than 90 are allowed");
        refuses(coordinator, "law-1", "ring", "some", "'some' is no way to ring");
        refuses(coordinator, "law-1", "steps", "nowhere 30", "there is no service nowhere@ask.north.test yet");
        refuses(coordinator, "circle-a", "parent", "circle-b@" + DESK, "round in a circle");
        assertThatThrownBy(() -> coordinator.command(
                        DESK,
                        "service",
                        Map.of(
                                "name", List.of("law-1"),
                                "zone", List.of("Europe/Stockholm"),
                                "hours", List.of("FREQ=DAILY;UNTIL=20200101 09:00-17:00"))))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("is not open at any time");
        assertThat(coordinator.items(DESK)).doesNotContainKey(DESK.withLocal("law-1"));
        assertThat(coordinator.items(DESK)).containsEntry(DESK.withLocal("circle-a"), "Circle A");
    }

    private static void refuses(XmppClient coordinator, String name, String field, String value, String why) {
        assertThatThrownBy(() ->
                        coordinator.command(DESK, "service", Map.of("name", List.of(name), field, List.of(value))))
                .as("%s=%s", field, value)
                .isInstanceOf(ClientException.class)
                .hasMessageContaining(why);
    }

    @Test
    void whoeverWritesIsWelcomedOrToldThatItIsClosed(Play play) throws Exception {
        Address service = play.opens(Opening.at("uppsala.test"));
        String name = String.valueOf(service.local());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        play.coordinate(
                "uppsala.test",
                "service",
                Map.of(
                        "name", List.of(name),
                        "welcome", List.of("Welcome to the law desk."),
                        "away", List.of("The law desk opens tomorrow.")));
        Patron elsa = play.patron("Elsa", service);
        elsa.writes("May I quote this?");
        elsa.sees("Welcome to the law desk.");

        play.coordinate(
                "uppsala.test",
                "service",
                Map.of(
                        "name", List.of(name),
                        "zone", List.of("Europe/Stockholm"),
                        "hours", List.of("daily 00:00-24:00"),
                        "special-days", List.of(today.minusDays(2) + ".." + today.plusDays(2) + " closed")));
        Operator astrid = play.operator("Astrid", "uppsala.test", Knows.nothingSpecial());
        Patron erik = play.patron("Erik", service);
        erik.writes("May I copy this?");
        erik.sees("The law desk opens tomorrow.");
        play.enters(astrid, service);
        astrid.isOffered("copy this");
        astrid.answers("You may.");
        erik.sees("You may.");
    }

    @Test
    void aServiceForMembersIsNotForOthers(Play play) throws Exception {
        Address service = play.opens(Opening.at(HUB));
        play.coordinate(
                HUB, "service", Map.of("name", List.of(String.valueOf(service.local())), "asking", List.of("members")));
        Patron nils = play.patron(
                "Nils", play.client(play.spare(Theatre.Role.PATRON, Playbill.STRANGER), Playbill.STRANGER), service);
        nils.writes("May I come in?");
        assertThat(nils.seesError("forbidden").failure().text()).contains("for patrons of its member libraries");

        Patron leila = play.patron(
                "Leila", play.client(play.spare(Theatre.Role.PATRON, "tehran.test"), "tehran.test"), service);
        leila.writes("May I come in?");
        leila.sees("This is Service");
    }

    @Test
    @ResourceLock("puppet")
    void onlyNamedLibrariesStaffIt(Play play) throws Exception {
        Address service = play.opens(Opening.at("helsinki.test"));
        PuppetDesk oslo = play.closesLater(PuppetDesk.of(play.library(Playbill.STRANGER)));
        for (Map.Entry<String, String> one : Map.of(HUB, "is not one of the libraries", Playbill.STRANGER, "admitted")
                .entrySet()) {
            play.coordinate(
                    "helsinki.test",
                    "service",
                    Map.of("name", List.of(String.valueOf(service.local())), "staff", List.of(one.getKey())));
            assertThat(oslo.asks("ask.oslo.test", service.toString(), "set", "<admit xmlns='urn:xmpp:ask:0'/>"))
                    .as("staffed by %s", one.getKey())
                    .contains(one.getValue());
        }
        assertThat(Set.copyOf(play.onDuty(service))).isEmpty();
    }

    @Test
    void whoTalksByAServiceGoesOnWhenItIsClosed(Play play) throws Exception {
        Address service = play.opens(Opening.at(HUB));
        Address local = play.opens(Opening.at("uppsala.test").rollingUpTo(service));
        String name = String.valueOf(service.local());
        XmppClient coordinator = play.client(Theatre.coordinatorOf(HUB), HUB);
        Operator nora = play.operator("Nora", HUB, Knows.nothingSpecial());
        Operator astrid = play.operator("Astrid", "uppsala.test", Knows.nothingSpecial());
        play.enters(nora, service);
        Patron elsa = play.patron("Elsa", service);
        elsa.writes("May I keep this?");
        nora.isOffered("keep this");
        nora.answers("For a month.");
        elsa.sees("For a month.");

        assertThat(coordinator.command(DESK, "services", Map.of()).notes())
                .anyMatch(note -> note.equals(service + ": Service " + name + "; whoever consents; always"));
        assertThat(coordinator
                        .command(DESK, "close-service", Map.of("name", List.of(name)))
                        .notes())
                .containsExactly(service + " is closed.");
        assertThat(coordinator.items(DESK)).doesNotContainKey(service);
        assertThat(play.onDuty(service)).isEmpty();
        assertThatThrownBy(() -> play.client(nora).join(Duty.room(service), "nora"))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("registration-required");

        // Nobody begins, those who talk go on, and the desk below goes on without it.
        Patron erik = play.patron("Erik", service);
        erik.writes("May I begin?");
        assertThat(erik.seesError("item-not-found").failure().text()).contains("has been closed");
        elsa.writes("And then?");
        nora.sees("And then?");
        nora.answers("Then it comes back.");
        elsa.sees("Then it comes back.");
        Patron ingrid = play.patron("Ingrid", local);
        ingrid.writes("Are you there?");
        play.enters(astrid, local);
        astrid.isOffered("Are you there");

        // What is made again is as it was.
        play.coordinate(HUB, "service", Map.of("name", List.of(name)));
        assertThat(coordinator.items(DESK)).containsEntry(service, "Service " + name);
        play.enters(nora, service);
    }

    @Test
    void allRingWhereTheServiceSaysSo(Play play) throws Exception {
        Address service = play.opens(Opening.at("uppsala.test"));
        play.coordinate(
                "uppsala.test",
                "service",
                Map.of("name", List.of(String.valueOf(service.local())), "ring", List.of("all")));
        Operator astrid = play.operator("Astrid", "uppsala.test", Knows.nothingSpecial());
        Operator bo = play.operator("Bo", "uppsala.test", Knows.nothingSpecial());
        Operator carin = play.operator("Carin", "uppsala.test", Knows.nothingSpecial());
        play.enters(astrid, service);
        play.enters(bo, service);
        Patron elsa = play.patron("Elsa", service);
        elsa.writes("Who is there?");
        astrid.isOffered("Who is there");
        bo.isOffered("Who is there");
        // Whoever comes while it rings is one of all.
        play.enters(carin, service);
        carin.isOffered("Who is there");
        bo.answers("I am.");
        elsa.sees("I am.");
    }
}
