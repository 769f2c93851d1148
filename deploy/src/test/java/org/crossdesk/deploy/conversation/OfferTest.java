package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** Who is offered a question, and what the patron hears meanwhile. */
@Conversation
class OfferTest {
    private static final String HOME = "uppsala.test";

    @Test
    void whatOneDeclinesIsOfferedToTheNext(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        Operator birgit = play.operator("Birgit", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        play.enters(birgit, desk);

        elsa.writes("Where is the map room?");
        astrid.isOffered("map room");
        astrid.declines();
        astrid.seesNote("You have declined");
        birgit.isOffered("map room");
        birgit.answers("On the second floor.");
        elsa.seesFrom(desk.toString(), "second floor");
        astrid.isNotOfferedFor(Play.SILENCE);
    }

    @Test
    void whatOneDoesNotNoticeIsOfferedToTheNext(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME).ringing(1));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        Operator birgit = play.operator("Birgit", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        play.enters(birgit, desk);

        elsa.writes("Do you have scores by Elfrida Andrée?");
        Received rings = astrid.isOffered("Elfrida");
        Received over = astrid.seesNote("The offer has expired");
        birgit.isOffered("Elfrida");
        birgit.answers("Yes, in the music library.");
        elsa.sees("music library");
        assertThat(Duration.between(rings.at(), over.at())).isBetween(Duration.ofMillis(800), Duration.ofSeconds(5));

        // Whoever answers too late is told so, and the patron sees nothing of it.
        astrid.commands("I know!");
        astrid.seesError("item-not-found");
        elsa.seesNothingFor(Play.SILENCE);
    }

    @Test
    void whereNobodyIsOnDutyThePatronHearsSoAtOnceAndWhoeverComesLaterIsOfferedTheQuestion(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());

        Instant asked = Instant.now();
        elsa.writes("How do I find a thesis of 1893?");
        elsa.isConfirmed();
        Received honest = elsa.sees("No librarian is free right now. Your question is kept");
        assertThat(Duration.between(asked, honest.at())).isLessThan(Duration.ofSeconds(3));
        elsa.writes("It is about comets.");
        elsa.isConfirmed();

        play.enters(astrid, desk);
        astrid.isOffered("thesis of 1893");
        astrid.answers("Here it is.");
        astrid.seesTranscript("thesis of 1893", "about comets");
        elsa.sees("A librarian is here now");
        elsa.sees("Here it is");
        // The honest line was said once.
        elsa.sawExactly("This is Service", "No librarian is free", "A librarian is here", "Here it is");
    }

    @Test
    void operatorsWhoAreConnectedAlreadyCanStaffAServiceThatIsNew(Play play) throws Exception {
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        Operator birgit = play.operator("Birgit", HOME, Knows.nothingSpecial());
        Address desk = play.opens(Opening.at(HOME));
        play.enters(astrid, desk);
        play.goesOnDuty(birgit, desk);
        Patron elsa = play.patron("Elsa", desk);

        elsa.writes("Is this a new service?");
        astrid.isOffered("a new service");
        astrid.answers("It is.");
        elsa.sees("It is.");
    }

    @Test
    void itRollsUpToTheHubWhereNobodyAtHomeFits(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).waiting(2).rollingUpTo(hall));
        Patron parisa = play.patron("Parisa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("sv native"));
        Operator aino = play.operator("Aino", "helsinki.test", Knows.languages("fi native"));
        Operator leila = play.operator("Leila", "tehran.test", Knows.languages("fa native"));
        play.enters(astrid, desk);
        play.goesOnDuty(aino, hall);
        play.enters(leila, hall);

        parisa.writes("ساعت کار کتابخانه چیست؟");
        leila.isOffered("ساعت کار");
        leila.answers("از ۹ تا ۲۰");
        parisa.seesFrom(desk.toString(), "از ۹ تا ۲۰");
        astrid.isNotOfferedFor(Play.SILENCE);
        aino.isNotOfferedFor(Duration.ZERO);
    }
}
