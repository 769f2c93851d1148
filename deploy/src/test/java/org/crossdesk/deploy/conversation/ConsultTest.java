package org.crossdesk.deploy.conversation;

import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** An operator has somebody of another library beside them, hands the session to them by name, and gets it back. */
@Conversation
class ConsultTest {
    private static final String HOME = "uppsala.test";

    /** Elsa's session with Astrid; Reza of Tehran is on duty elsewhere. */
    private record Talk(Patron elsa, Operator astrid, Operator reza, Address handle) {
        static Talk begun(Play play) throws Exception {
            // Tehran takes part with the hub, and with Uppsala only through it.
            Address hall = play.hall();
            Address desk = play.opens(Opening.at(HOME).rollingUpTo(hall));
            Operator reza = play.operator("Reza", "tehran.test", Knows.nothingSpecial());
            Talk talk = new Talk(
                    play.patron("Elsa", desk),
                    play.operator("Astrid", HOME, Knows.nothingSpecial()),
                    reza,
                    play.handle(reza));
            play.enters(talk.astrid, desk);
            play.enters(reza, hall);
            talk.elsa.writes("Is there a treaty about this?");
            talk.astrid.isOffered("a treaty");
            talk.astrid.answers("Let me ask.");
            talk.elsa.sees("Let me ask");
            return talk;
        }
    }

    @Test
    void thePatronSeesNothingOfAConsultant(Play play) throws Exception {
        Talk talk = Talk.begun(play);

        talk.astrid.commands("/consult to=" + talk.handle + " : which treaty?");
        talk.reza.isOffered("which treaty?");
        talk.reza.answers("The one of 1929.");
        talk.reza.seesTranscript("Is there a treaty", "Let me ask");
        talk.astrid.seesNote("The one of 1929.");
        talk.astrid.commands("/aside Thank you, and for houses?");
        talk.reza.seesNote("and for houses?");
        talk.astrid.answers("There is one.");
        talk.reza.commands("/leave");
        talk.reza.seesNote("no longer in this session");
        talk.astrid.seesNote("has left");
        talk.elsa.sees("There is one.");
        talk.elsa.sawExactly("This is Service", "A librarian is here", "Let me ask", "There is one.");
    }

    @Test
    void aColleagueTalksTooUntilTheyAreSentAway(Play play) throws Exception {
        Talk talk = Talk.begun(play);

        talk.astrid.commands("/add to=" + talk.handle + " : please join");
        talk.reza.isOffered("please join");
        talk.reza.answers("I know this one.");
        talk.elsa.sees("A colleague from");
        talk.elsa.sees("I know this one.");
        talk.elsa.writes("Good to meet you both.");
        talk.astrid.sees("you both");
        talk.reza.sees("you both");
        talk.astrid.commands("/drop");
        talk.reza.seesNote("no longer in this session");
        talk.astrid.answers("We go on.");
        talk.elsa.sees("We go on.");
    }

    @Test
    void aSessionGoesToOneOperatorAndBack(Play play) throws Exception {
        Talk talk = Talk.begun(play);

        talk.astrid.transfers("to=" + talk.handle + " : yours");
        talk.reza.isOffered("yours");
        talk.reza.answers("Salam.");
        talk.elsa.sees("Salam.");
        talk.reza.transfers("to=back : and yours again");
        talk.astrid.isOffered("yours again");
        talk.astrid.answers("Here I am again.");
        talk.elsa.sees("Here I am again.");
    }
}
