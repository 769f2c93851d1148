package org.crossdesk.deploy.conversation;

import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** A transfer that comes to nothing: the session stays with its operator, who is told why, and the talk goes on. */
@Conversation
class TransferRefusedTest {
    private static final String HOME = "uppsala.test";

    /** Elsa's session with Astrid, at a service where Birgit is on duty as well. */
    private record Talk(Patron elsa, Operator astrid, Operator birgit) {
        static Talk begun(Play play, Opening opening) throws Exception {
            Address desk = play.opens(opening);
            Talk talk = new Talk(
                    play.patron("Elsa", desk),
                    play.operator("Astrid", HOME, Knows.nothingSpecial()),
                    play.operator("Birgit", HOME, Knows.subjects("law:3")));
            play.enters(talk.astrid, desk);
            talk.elsa.writes("Who owns a letter: sender or receiver?");
            talk.astrid.isOffered("owns a letter");
            talk.astrid.answers("Let me ask.");
            talk.elsa.sees("Let me ask");
            play.enters(talk.birgit, desk);
            return talk;
        }

        void goesOn() {
            elsa.writes("Are you still there?");
            astrid.sees("still there");
            astrid.answers("I am.");
            elsa.sees("I am.");
            birgit.isNotOfferedFor(Play.SILENCE);
            elsa.sawExactly("This is Service", "A librarian is here", "Let me ask", "I am.");
        }
    }

    @Test
    void becauseNobodyFits(Play play) throws Exception {
        Talk talk = Talk.begun(play, Opening.at(HOME));

        talk.astrid.transfers("subject=astronomy : comets");
        talk.astrid.seesNote("Looking for someone");
        talk.astrid.seesNote("No transfer: nobody on duty fits. The session is still yours");
        talk.goesOn();
    }

    @Test
    void becauseTheOnlyOneWhoFitsDeclines(Play play) throws Exception {
        Talk talk = Talk.begun(play, Opening.at(HOME));

        talk.astrid.transfers("subject=law : who owns a letter");
        talk.birgit.isOffered("who owns a letter");
        talk.birgit.declines();
        talk.astrid.seesNote("No transfer: whoever fits has declined. The session is still yours");
        talk.goesOn();
    }

    @Test
    void becauseNobodyTakesItInTime(Play play) throws Exception {
        Talk talk = Talk.begun(play, Opening.at(HOME).waiting(2));

        talk.astrid.transfers("subject=law : who owns a letter");
        talk.birgit.isOffered("who owns a letter");
        talk.astrid.seesNote("No transfer: nobody took it in time. The session is still yours");
        talk.birgit.seesNote("The offer is withdrawn");
        talk.goesOn();
    }

    @Test
    void becauseThereIsNoSuchDesk(Play play) throws Exception {
        Talk talk = Talk.begun(play, Opening.at(HOME));

        talk.astrid.transfers("to=ask.nowhere.test : who owns a letter");
        talk.astrid.seesNote("No transfer: the other desk can’t be reached. The session is still yours");
        talk.goesOn();
    }

    @Test
    void becauseItIsCancelled(Play play) throws Exception {
        Talk talk = Talk.begun(play, Opening.at(HOME));

        talk.astrid.transfers("subject=law : who owns a letter");
        talk.birgit.isOffered("who owns a letter");
        talk.astrid.cancels();
        talk.astrid.seesNote("The transfer is cancelled. The session is still yours");
        talk.birgit.seesNote("The offer is withdrawn");
        talk.goesOn();
    }

    @Test
    void becauseTwoAtATimeAreOneTooMany(Play play) throws Exception {
        Talk talk = Talk.begun(play, Opening.at(HOME));

        talk.astrid.transfers("subject=law : who owns a letter");
        talk.birgit.isOffered("who owns a letter");
        talk.astrid.transfers("subject=law : who owns a letter");
        talk.astrid.seesNote("No transfer: a transfer of this session is under way");
        talk.birgit.declines();
        talk.astrid.seesNote("No transfer: whoever fits has declined");
        talk.goesOn();
    }
}
