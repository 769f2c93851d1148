package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** A question is answered when the patron has gone; they read it when they come back. */
@Conversation
class FollowUpTest {
    private static final String HOME = "uppsala.test";

    @Test
    void anOperatorOfAnotherLibraryAnswersLater(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).waiting(1).rollingUpTo(hall));
        Operator reza = play.operator("Reza", "tehran.test", Knows.nothingSpecial());
        play.enters(reza, hall);
        String account = play.spare(Theatre.Role.PATRON, HOME);
        XmppClient client = play.client(account, HOME);
        Patron elsa = play.patron("Elsa", client, desk);

        elsa.writes("Who built the old bath house?");
        reza.isOffered("bath house");
        reza.answers("I must look that up.");
        elsa.sees("look that up");
        reza.seesTranscript("bath house");
        reza.closes("follow-up-by-me 4");
        reza.seesNote("yours to answer later");
        elsa.sees("a librarian will answer it here later");
        client.close();
        reza.answers("It was Mirza Taghi.");
        // Kept in order by the home desk: when this is done, that is too.
        reza.closes("answered 5");
        reza.seesNote("The session is closed");

        Patron again = play.patron("Elsa, back", play.client(account, HOME), desk);
        again.sees("Mirza Taghi");
        again.seesTheEnd();
    }

    @Test
    void theHomeLibraryAnswersWhatAnOperatorLeavesToIt(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        Operator lars = play.operator("Lars", HOME, Knows.nothingSpecial());
        String account = play.spare(Theatre.Role.PATRON, HOME);
        XmppClient client = play.client(account, HOME);
        Patron elsa = play.patron("Elsa", client, desk);

        elsa.writes("Do you have the diary of 1874?");
        astrid.isOffered("diary of 1874");
        astrid.answers("My colleague in the archive knows.");
        elsa.sees("in the archive");
        astrid.seesTranscript("diary of 1874");
        astrid.closes("follow-up-by-home-library 3");
        astrid.seesNote("The session is closed");
        elsa.sees("a librarian will answer it here later");
        elsa.writes("Thank you!");
        elsa.isConfirmed();
        client.close();

        String session = astrid.session().local().substring("s-".length());
        assertThat(play.client(lars)
                        .command(Duty.desk(HOME), "follow-ups", Map.of("question", List.of(session)))
                        .notes())
                .containsExactly("It is offered to you now: answer there to take it.");
        lars.isOffered("diary of 1874");
        lars.answers("We have it on film.");
        lars.seesTranscript("diary of 1874", "in the archive", "Thank you!");
        lars.closes("answered 4");
        lars.seesNote("The session is closed");

        Patron again = play.patron("Elsa, back", play.client(account, HOME), desk);
        again.sees("We have it on film.");
        again.seesTheEnd();
    }
}
