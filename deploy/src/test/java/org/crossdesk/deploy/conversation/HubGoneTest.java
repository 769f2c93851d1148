package org.crossdesk.deploy.conversation;

import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** The hub is killed: it stops no session and no local service, and when it is back everybody is back on duty. */
@RoughConversation
class HubGoneTest {
    private static final String HOME = "uppsala.test";

    @Test
    void nothingStopsAndAllComesBack(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).waiting(1).rollingUpTo(hall));
        Patron parisa = play.patron("Parisa", desk);
        Patron elsa = play.patron("Elsa", desk);
        Patron onni = play.patron("Onni", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.languages("sv native"));
        Operator leila = play.operator("Leila", "tehran.test", Knows.languages("fa native"));
        Operator aino = play.operator("Aino", "helsinki.test", Knows.languages("el native"));
        play.enters(astrid, desk);
        play.enters(leila, hall);
        play.goesOnDuty(aino, hall);

        parisa.writes("کتابی درباره ابرها می‌خواهم.");
        leila.isOffered("ابرها");
        Address clouds = leila.session();
        leila.answers("سلام!");
        parisa.sees("سلام!");

        Library north = play.library(Playbill.HUB);
        Rough.kill(play, north);

        // The session that it had brought together goes on.
        parisa.writes("کجا هست؟");
        leila.sees("کجا");
        leila.answers("در طبقه دوم.");
        parisa.sees("طبقه دوم");
        leila.transfers("subject=meteorology : clouds");
        leila.seesNote("No transfer: the other desk can’t be reached. The session is still yours");
        // What can be answered at home is answered.
        elsa.writes("Where are the toilets?");
        astrid.isOffered("toilets");
        astrid.answers("To the left.");
        elsa.sees("To the left");
        // What can't is kept, and the patron told so.
        onni.writes("Πού είναι οι χάρτες;");
        onni.isConfirmed();
        onni.sees("No librarian is free right now. Your question is kept");

        Rough.start(play, north);

        // By command: the desk notices that the room has lost her, and goes back. Nobody does anything.
        play.awaitOnDuty(aino, hall);
        aino.isOffered("χάρτες");
        aino.answers("Στον πρώτο όροφο.");
        onni.sees("πρώτο όροφο");
        // By her own client: that has to look after its seat itself, as clients do (XEP-0410).
        play.duty(leila).check();
        play.awaitOnDuty(leila, hall);
        Patron omid = play.patron("Omid", desk);
        omid.writes("پرسش تازه‌ای دارم: گنج کجاست؟");
        leila.isOffered("گنج");
        leila.answers("همین‌جا.");
        omid.sees("همین‌جا");
        leila.turnsTo(clouds);
        parisa.writes("ممنون");
        leila.sees("ممنون");
    }
}
