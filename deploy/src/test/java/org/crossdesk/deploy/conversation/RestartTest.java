package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.deploy.demo.Patience;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.junit.jupiter.api.Test;

/** A server is killed with a session open, and comes back: the talk goes on, and nothing that was said is lost. */
@RoughConversation
class RestartTest {
    private static final String HOME = "uppsala.test";

    @Test
    void ofThePatronsServer(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).waiting(1).rollingUpTo(hall));
        Patron elsa = play.patron("Elsa", desk);
        Operator leila = play.operator("Leila", "tehran.test", Knows.nothingSpecial());
        Operator aino = play.operator("Aino", "helsinki.test", Knows.subjects("law:3"));
        play.enters(leila, hall);
        play.enters(aino, hall);

        elsa.writes("Question one?");
        leila.isOffered("Question one");
        leila.answers("Answer one.");
        elsa.sees("Answer one");
        elsa.writes("Question two?");
        leila.sees("Question two");
        leila.answers("Answer two.");
        elsa.sees("Answer two");

        Library uppsala = play.library(HOME);
        Rough.kill(play, uppsala);
        leila.answers("Answer three, said to a server that is down.");
        Rough.start(play, uppsala);
        Rough.awaitOnline(play, elsa);

        elsa.sees("Answer three");
        elsa.writes("Question four?");
        elsa.isConfirmed();
        leila.sees("Question four");
        leila.transfers("subject=law : what is left");
        aino.isOffered("what is left");
        aino.answers("I have read everything.");
        aino.seesTranscript(
                "Question one", "Answer one", "Question two", "Answer two", "Answer three", "Question four");
        leila.seesNote("handed over");
        elsa.sees("A specialist has joined");
        elsa.sees("I have read everything");
        elsa.sawExactly(
                "This is Service",
                "A librarian is here",
                "Answer one",
                "Answer two",
                "Answer three",
                "A specialist has joined",
                "I have read everything");
    }

    /** A guest's address ends with the server; their conversation does not. */
    @Test
    void ofAGuestsServer(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).waiting(1).rollingUpTo(hall));
        Operator leila = play.operator("Leila", "tehran.test", Knows.nothingSpecial());
        play.enters(leila, hall);
        Guest before = Guest.at(HOME, play, "the guest", desk);
        ConversationToken token = before.asks("Question one?", "m1");
        leila.isOffered("Question one");
        leila.answers("Answer one.");
        long had = Guest.line(before.window().sees("Answer one"));

        Library uppsala = play.library(HOME);
        Rough.kill(play, uppsala);
        leila.answers("Answer two, said to a server that is down.");
        Rough.start(play, uppsala);

        Guest after = before.again("the guest, back");
        Patience.until(Play.READY_MAX, () -> after.comesBack(token, had));
        after.window().sees("Answer two");
        after.writes("Question two?", "m2");
        leila.sees("Question two");
        leila.answers("Answer three.");
        after.window().sees("Answer three");
        after.window().sawExactly("Answer two", "Answer three");
        assertThat(after.lines()).isSorted().doesNotHaveDuplicates();

        Guest window = after.again("another window");
        window.comesBack(token, 0);
        window.window().sees("Answer three");
        window.window()
                .sawExactly(
                        "Question one",
                        "This is",
                        "A librarian is here",
                        "Answer one",
                        "Answer two",
                        "Question two",
                        "Answer three");
    }

    @Test
    void ofTheOperatorsServer(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).waiting(1).rollingUpTo(hall));
        Patron elsa = play.patron("Elsa", desk);
        Patron parisa = play.patron("Parisa", desk);
        Operator leila = play.operator("Leila", "tehran.test", Knows.nothingSpecial());
        play.enters(leila, hall);

        elsa.writes("Question one?");
        leila.isOffered("Question one");
        Address first = leila.session();
        leila.answers("Answer one.");
        elsa.sees("Answer one");

        Library tehran = play.library("tehran.test");
        Rough.kill(play, tehran);
        elsa.writes("Question two, while the librarian's server is down?");
        elsa.isConfirmed();
        elsa.writes("Question three?");
        elsa.isConfirmed();
        Rough.start(play, tehran);
        Rough.awaitOnline(play, leila);

        // Where her server is back before her client, it has kept them for her, with the time (XEP-0203).
        Rough.seesEvenLate(leila, "Question two");
        Rough.seesEvenLate(leila, "Question three");
        leila.answers("Answer two and three.");
        elsa.sees("Answer two and three");

        // Her client came back into the room by itself: she is on duty again.
        play.awaitOnDuty(leila, hall);
        parisa.writes("A new question?");
        leila.isOffered("A new question");
        leila.answers("A new answer.");
        parisa.sees("A new answer");
        leila.turnsTo(first);
        leila.closes("answered 3");
        elsa.seesTheEnd();
        elsa.sawExactly("This is Service", "A librarian is here", "Answer one", "Answer two and three", "closed this");
    }

    /** A question that waits, and an offer that rings, when the server of both is killed. */
    @Test
    void whileAQuestionWaits(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);

        elsa.writes("Is this kept?");
        elsa.isConfirmed();
        astrid.isOffered("Is this kept");
        Library uppsala = play.library(HOME);
        Rough.kill(play, uppsala);
        Rough.start(play, uppsala);
        Rough.awaitOnline(play, elsa);
        Rough.awaitOnline(play, astrid);

        astrid.isOffered("Is this kept");
        astrid.answers("It is.");
        elsa.sees("It is.");
    }
}
