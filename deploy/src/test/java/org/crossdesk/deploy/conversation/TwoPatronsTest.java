package org.crossdesk.deploy.conversation;

import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** One operator, several patrons. */
@Conversation
class TwoPatronsTest {
    private static final String HOME = "uppsala.test";

    @Test
    void twoSessionsDoNotMixAndAThirdWaitsForAFreePlace(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Patron parisa = play.patron("Parisa", desk);
        Patron onni = play.patron("Onni", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial().atATime(2));
        play.enters(astrid, desk);

        elsa.writes("A book on bees, please.");
        astrid.isOffered("bees");
        Address bees = astrid.session();
        astrid.answers("Bees: shelf 595.");
        elsa.sees("shelf 595");

        parisa.writes("A book on trees, please.");
        astrid.isOffered("trees");
        Address trees = astrid.session();
        astrid.answers("Trees: shelf 582.");
        parisa.sees("shelf 582");

        // She is full: the third hears that nobody is free, and she is left in peace.
        onni.writes("A book on seas, please.");
        onni.sees("No librarian is free right now");
        astrid.isNotOfferedFor(Play.SILENCE);

        elsa.writes("And on wax?");
        astrid.turnsTo(bees);
        astrid.sees("And on wax");
        parisa.writes("And on moss?");
        astrid.turnsTo(trees);
        astrid.sees("And on moss");
        astrid.answers("Moss: shelf 588.");
        astrid.turnsTo(bees);
        astrid.answers("Wax is there, too.");
        elsa.sees("Wax is there");
        parisa.sees("Moss: shelf");

        astrid.turnsTo(bees);
        astrid.closes("answered 2");
        elsa.seesTheEnd();
        astrid.isOffered("seas");
        astrid.answers("Seas: shelf 551.");
        onni.sees("shelf 551");

        elsa.sawExactly("This is", "A librarian is here", "shelf 595", "Wax is there", "closed this conversation");
        parisa.sawExactly("This is", "A librarian is here", "shelf 582", "Moss: shelf");
        onni.sawExactly("This is", "No librarian is free", "A librarian is here", "shelf 551");
    }

    @Test
    void theSamePatronAtTwoServicesHasTwoSessions(Play play) throws Exception {
        Address art = play.opens(Opening.at(HOME));
        Address maps = play.opens(Opening.at(HOME));
        Patron atArt = play.patron("Elsa (art)", art);
        Patron atMaps = play.patron("Elsa (maps)", play.client(atArt), maps);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        Operator birgit = play.operator("Birgit", HOME, Knows.nothingSpecial());
        play.enters(astrid, art);
        play.enters(birgit, maps);

        atArt.writes("Who painted this?");
        atMaps.writes("Who drew this?");
        astrid.isOffered("painted");
        birgit.isOffered("drew");
        astrid.answers("Hilma af Klint.");
        birgit.answers("Olaus Magnus.");
        atArt.seesFrom(art.toString(), "Hilma");
        atMaps.seesFrom(maps.toString(), "Olaus");
    }
}
