package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** What patrons' clients do: several at a time, and saying things twice. */
@Conversation
class PatronsClientsTest {
    private static final String HOME = "uppsala.test";

    @Test
    void twoDevicesAreInOneSessionAndTheAnswersReachTheOneUsedLast(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        String account = play.spare(Theatre.Role.PATRON, HOME);
        Patron phone = play.patron(
                "Elsa's phone",
                play.client(account, HOME, way -> way.withResource("phone").withCarbons(true)),
                desk);
        Patron laptop = play.patron(
                "Elsa's laptop",
                play.client(account, HOME, way -> way.withResource("laptop").withCarbons(true)),
                desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);

        phone.writes("Is the reading room open?");
        astrid.isOffered("reading room");
        astrid.answers("Until eight.");
        phone.sees("Until eight");
        seesCopy(laptop, "Until eight", Received.Copy.RECEIVED);

        laptop.writes("On Sunday as well?");
        // The same contact: it is the same session.
        astrid.sees("On Sunday");
        seesCopy(phone, "On Sunday", Received.Copy.SENT);
        astrid.answers("On Sunday until four.");
        laptop.sees("until four");
        seesCopy(phone, "until four", Received.Copy.RECEIVED);
        phone.seesNothingFor(Play.SILENCE);

        // The laptop is closed: what it should have got reaches the phone.
        play.client(laptop).close();
        astrid.answers("Bring your card.");
        phone.sees("Bring your card");
        astrid.isNotOfferedFor(Play.SILENCE);
    }

    private static void seesCopy(Patron device, String text, Received.Copy copy) {
        device.waitsFor(
                "the copy (" + copy + ") of «" + text + "»",
                message -> message.copy() == copy && message.text().contains(text));
    }

    @Test
    void whatIsSaidAgainUnderTheSameIdIsSaidOnceAndConfirmedAgain(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);

        String first = elsa.writes("When was the library founded?");
        elsa.isConfirmed();
        elsa.writesAgain(first, "When was the library founded?");
        elsa.isConfirmed();
        astrid.isOffered("library founded");
        astrid.answers("In 1620.");
        elsa.sees("1620");
        String second = elsa.writes("By whom?");
        elsa.isConfirmed();
        elsa.writesAgain(second, "By whom?");
        elsa.isConfirmed();
        elsa.writesAgain(first, "When was the library founded?");
        elsa.isConfirmed();
        elsa.writes("Thanks!");
        astrid.sees("Thanks!");

        assertThat(play.client(astrid).messages().all().stream()
                        .filter(message -> DeskWords.of(message) == DeskWords.SAID
                                || DeskWords.of(message) == DeskWords.TRANSCRIPT)
                        .filter(message -> message.payloads().stream()
                                .noneMatch(payload -> payload.name().equals("note")))
                        .map(Received::text))
                .containsExactly("When was the library founded?", "By whom?", "Thanks!");
    }

    @Test
    void anAnswerSaidAgainUnderTheSameIdReachesThePatronOnce(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);

        elsa.writes("Which shelf?");
        astrid.isOffered("Which shelf");
        var outgoing = org.crossdesk.bot.smack.Outgoing.chat(astrid.session(), "Shelf 7.")
                .withId("answer-1");
        play.client(astrid).send(outgoing);
        play.client(astrid).send(outgoing);
        elsa.sees("Shelf 7");
        play.client(astrid).send(outgoing);
        astrid.answers("Or 8.");
        elsa.sees("Or 8");
        elsa.sawExactly("This is", "A librarian is here", "Shelf 7", "Or 8");
    }
}
