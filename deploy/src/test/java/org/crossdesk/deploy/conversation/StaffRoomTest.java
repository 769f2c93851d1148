package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.AskCodec;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

/** What operators see and do in the staff room, with any client that knows rooms. */
@Conversation
class StaffRoomTest {
    private static final Pattern CARD = Pattern.compile("\\[claim (\\d+)]");

    private static void types(Play play, Operator operator, Address service, String line) throws Exception {
        Message message = StanzaBuilder.buildMessage()
                .to(JidCreate.from(Duty.room(service).toString()))
                .ofType(Message.Type.groupchat)
                .setBody(line)
                .build();
        play.client(operator).connection().sendStanza(message);
    }

    private static Received card(Operator operator, Address service, String summary) {
        return operator.waitsFor(
                "a card about " + summary,
                message -> message.from().bare().equals(Duty.room(service))
                        && message.text().contains(summary)
                        && CARD.matcher(message.text()).find());
    }

    private static String number(Received card) {
        Matcher number = CARD.matcher(card.text());
        assertThat(number.find()).isTrue();
        assertThat(card.payload("card", AskCodec.NAMESPACE)).isPresent();
        return number.group(1);
    }

    private static Received hears(Operator operator, Address service, String text) {
        return operator.waitsFor(
                "«" + text + "» in the room",
                message -> message.from().bare().equals(Duty.room(service))
                        && message.text().contains(text));
    }

    @Test
    void fiveClaimAQuestionOneGetsItAndTheOthersHearWhoWasQuicker(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at("uppsala.test").waiting(2).rollingUpTo(hall));
        Patron parisa = play.patron("Parisa", desk);
        List<Operator> five = new ArrayList<>();
        for (String domain : List.of("tehran.test", "helsinki.test", "uppsala.test", "tehran.test", "helsinki.test")) {
            Operator one = play.operator("Operator " + five.size(), domain, Knows.nothingSpecial());
            play.enters(one, hall);
            five.add(one);
        }
        parisa.writes("Who owns the wreck of the Vasa?");
        String number = null;
        for (Operator one : five) {
            number = number(card(one, hall, "wreck of the Vasa"));
        }
        for (Operator one : five) {
            types(play, one, hall, "claim " + number);
        }
        Received claimed = hears(five.get(0), hall, number + " is claimed by ");
        List<Operator> losers = new ArrayList<>();
        Operator winner = null;
        for (Operator one : five) {
            if (claimed.text().contains(play.client(one).address().bare().toString())) {
                winner = one;
            } else {
                losers.add(one);
            }
        }
        assertThat(winner).isNotNull();
        assertThat(losers).hasSize(4);
        for (Operator loser : losers) {
            hears(loser, hall, "was quicker: " + number + " is theirs");
        }
        // The offer may have come before the claim: then it rang, and the claim has answered it.
        var offer = play.client(winner)
                .messages()
                .await(
                        0,
                        message -> message.text().contains("wreck of the Vasa")
                                && String.valueOf(message.from().local()).startsWith("s-"),
                        Play.LINE_MAX)
                .orElseThrow();
        winner.turnsTo(offer.value().from().bare());
        winner.answers("The Swedish state.");
        parisa.sees("The Swedish state.");
        hears(winner, hall, number + " is taken");
    }

    @Test
    void whoComesOnDutySeesWhatWaitsAndCanAskWhoIsThere(Play play) throws Exception {
        Address desk = play.opens(Opening.at("uppsala.test"));
        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("Is there a map of Gamla Uppsala?");
        elsa.sees("No librarian is free right now");
        Operator astrid = play.operator("Astrid", "uppsala.test", Knows.languages("sv native"));
        // Somebody who can't be rung, since they take a pause: the question goes on waiting.
        play.client(astrid).command(Duty.desk("uppsala.test"), "pause", Map.of("pause", List.of("1")));
        play.enters(astrid, desk);
        String number = number(card(astrid, desk, "Gamla Uppsala"));
        types(play, astrid, desk, "who");
        hears(astrid, desk, "away, 0 of");
        types(play, astrid, desk, "help");
        hears(astrid, desk, "claim and a number");
        types(play, astrid, desk, "claim 99999");
        hears(astrid, desk, "99999 does not wait here");
        types(play, astrid, desk, "claim " + number);
        astrid.isOffered("Gamla Uppsala");
        astrid.answers("On the second floor.");
        elsa.sees("second floor");
    }

    @Test
    void whoLetsTwoQuestionsGoByIsAskedWhetherTheyAreThere(Play play) throws Exception {
        Address desk = play.opens(Opening.at("uppsala.test").ringing(1));
        Operator astrid = play.operator("Astrid", "uppsala.test", Knows.nothingSpecial());
        play.enters(astrid, desk);
        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("First question?");
        astrid.isOffered("First question");
        // Nobody else is there, so it comes to her once more.
        astrid.isOffered("First question");
        astrid.seesNote("Are you there?");
        Patron lisa = play.patron("Lisa", desk);
        lisa.writes("Another question?");
        lisa.sees("No librarian is free right now");
        astrid.isNotOfferedFor(Play.SILENCE);
        astrid.commands("Sorry, I was at the shelves.");
        astrid.seesNote("questions come to you again");
        astrid.isOffered("question?");
    }
}
