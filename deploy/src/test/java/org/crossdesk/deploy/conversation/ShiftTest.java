package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** Duty by working hours, and until they are over. */
@Conversation
class ShiftTest {
    private static final String HOME = "uppsala.test";
    private static final String ALWAYS = "Mon-Sun 00:00-24:00 Europe/Stockholm";

    private static List<String> duty(XmppClient client, Address service, boolean now, boolean byHours)
            throws Exception {
        return client.command(
                        Duty.desk(HOME),
                        Duty.NODE,
                        Map.of(
                                "service", List.of(service.toString()),
                                "on", List.of(Boolean.toString(now)),
                                "by-hours", List.of(Boolean.toString(byHours))))
                .notes();
    }

    private static void hours(Play play, String account, String line) throws Exception {
        play.coordinate(HOME, "profile", Map.of("account", List.of(account), "hours", List.of(line)));
    }

    @Test
    void hoursPutThemOnDutyAndTakeThemOff(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        String account = play.spare(Theatre.Role.OPERATOR, HOME);
        String handle = play.profile(account, HOME, Knows.nothingSpecial());
        XmppClient client = play.client(account, HOME);
        Operator astrid = play.operator("Astrid", client, handle);
        assertThatThrownBy(() -> duty(client, desk, false, true)).hasMessageContaining("no working hours yet");

        hours(play, account, ALWAYS);
        assertThat(duty(client, desk, false, true)).anyMatch(note -> note.startsWith("By your working hours: Mon-Sun"));
        // Not now, she said: not before her next hours.
        astrid.isNotOfferedFor(Play.SILENCE);
        assertThat(play.onDuty(desk)).isEmpty();
        assertThat(duty(client, desk, true, true)).contains("On duty: " + desk);
        play.awaitOnDuty(astrid, desk);
        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("Until when?");
        astrid.isOffered("Until when");
        astrid.answers("Until five.");
        elsa.sees("Until five.");

        // Her hours end: she has a session, and gets no more.
        hours(play, account, "Mon 03:00-03:01 Pacific/Kiritimati");
        astrid.waitsFor("the end of the shift", one -> one.text().contains("Your hours are over: no new questions"));
        Patron erik = play.patron("Erik", desk);
        erik.writes("Anybody else?");
        erik.sees("No librarian is free right now");
        astrid.isNotOfferedFor(Play.SILENCE);
        astrid.closes("answered 1");
        astrid.waitsFor("that she is off duty", one -> one.text().contains("you are off duty at " + desk));
        play.awaitNobodyOnDuty(desk);

        // They begin again, and so does she, without doing anything.
        hours(play, account, ALWAYS);
        play.awaitOnDuty(astrid, desk);
        astrid.waitsFor("the beginning", one -> one.text().contains("Your hours have begun"));
        astrid.isOffered("Anybody else");
    }

    @Test
    void theyTakeFewerSessionsThanTheirProfileAllows(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        XmppClient client = play.client(astrid);
        assertThatThrownBy(() -> taking(client, desk, "100"))
                .hasMessageContaining("the field 'capacity': choose 1 to ")
                .hasMessageContaining("your coordinator can allow you more");
        assertThatThrownBy(() -> taking(client, desk, "many")).hasMessageContaining("the field 'capacity'");
        assertThat(play.onDuty(desk)).isEmpty();

        assertThat(taking(client, desk, "1")).contains("Sessions at a time: 1", "On duty: " + desk);
        play.awaitOnDuty(astrid, desk);
        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("One at a time?");
        astrid.isOffered("One at a time");
        astrid.answers("One at a time.");
        elsa.sees("One at a time.");
        Patron erik = play.patron("Erik", desk);
        erik.writes("Anybody else?");
        erik.sees("No librarian is free right now");
        assertThat(taking(client, desk, "")).as("as it was").containsExactly("On duty: " + desk);
        astrid.isNotOfferedFor(Play.SILENCE);

        assertThat(taking(client, desk, "2")).contains("Sessions at a time: 2");
        astrid.isOffered("Anybody else");
    }

    private static List<String> taking(XmppClient client, Address service, String sessions) throws Exception {
        return client.command(
                        Duty.desk(HOME),
                        Duty.NODE,
                        Map.of(
                                "service", List.of(service.toString()),
                                "on", List.of("true"),
                                "capacity", List.of(sessions)))
                .notes();
    }
}
