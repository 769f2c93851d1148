package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** A hub's coordinator looks after what waits, with a client that knows commands and forms, and nothing of ours. */
@Conversation
class SupervisionTest {
    private static final String HUB = Playbill.HUB;
    private static final Address DESK = Duty.desk(HUB);

    /** The name of the question about this, once it waits. */
    private static String waits(Play play, String summary) {
        return await("a question about " + summary)
                .atMost(Play.LINE_MAX)
                .until(
                        () -> play.coordinate(HUB, "waiting", Map.of()).items().stream()
                                .filter(row -> row.get("summary").get(0).contains(summary))
                                .map(row -> row.get("question").get(0))
                                .findFirst()
                                .orElse(""),
                        name -> !name.isEmpty());
    }

    private static String nick(Play play, Operator operator) {
        return play.client(operator).address().bare().toString();
    }

    @Test
    void whoItIsAssignedToIsRungAndNobodyElse(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at("uppsala.test").waiting(2).rollingUpTo(hall));
        Operator leena = play.operator("Leena", "helsinki.test", Knows.nothingSpecial());
        Operator reza = play.operator("Reza", "tehran.test", Knows.languages("fa native"));
        play.enters(reza, hall);
        Patron parisa = play.patron("Parisa", desk);
        parisa.writes("سلام، درباره قانون ارث سؤالی دارم.");
        reza.isOffered("قانون ارث");
        String question = waits(play, "قانون ارث");
        assertThat(question).isEqualTo(hall.local() + " 1");
        // Leena reads no Persian, but knows somebody who does.
        play.enters(leena, hall);
        assertThat(play.coordinate(HUB, "waiting", Map.of()).notes())
                .anyMatch(note -> note.contains(question + ": ")
                        && note.contains("from uppsala.test, lang=fa: ")
                        && note.contains("(rings at " + nick(play, reza) + ")"));

        assertThat(play.coordinate(
                                HUB,
                                "assign-question",
                                Map.of("question", List.of(question), "operator", List.of(nick(play, leena))))
                        .notes())
                .containsExactly(question + " is assigned; if they let it pass, it rings on as before.");
        leena.isOffered("قانون ارث");
        reza.seesNote("offer is withdrawn");
        leena.answers("Salam!");
        parisa.sees("Salam!");
    }

    @Test
    void whatIsSentUpIsAskedAtTheParentAtOnce(Play play) throws Exception {
        Address hall = play.hall();
        String name = "middle-" + hall.local();
        play.coordinate(
                HUB,
                "service",
                Map.of(
                        "name", List.of(name),
                        "titles", List.of("Middle " + hall.local()),
                        "staff", List.of("uppsala.test"),
                        "parent", List.of(hall.toString())));
        Operator reza = play.operator("Reza", "tehran.test", Knows.nothingSpecial());
        play.enters(reza, hall);
        Operator karin = play.operator("Karin", HUB, Knows.nothingSpecial());
        play.enters(karin, DESK.withLocal(name));
        Patron elsa = play.patron("Elsa", DESK.withLocal(name));
        elsa.writes("Who wrote the oldest atlas?");
        karin.isOffered("oldest atlas");
        String question = waits(play, "oldest atlas");
        assertThat(question).startsWith(name);

        play.coordinate(HUB, "pull-up-question", Map.of("question", List.of(question)));
        reza.isOffered("oldest atlas");
        reza.answers("Ptolemy, some say.");
        elsa.sees("Ptolemy");
        // There it is the highest.
        Patron lisa = play.patron("Lisa", hall);
        Operator leena = play.operator("Leena", "helsinki.test", Knows.nothingSpecial());
        play.enters(leena, hall);
        lisa.writes("And the oldest globe?");
        String top = waits(play, "oldest globe");
        XmppClient coordinator = play.client(Theatre.coordinatorOf(HUB), HUB);
        assertThatThrownBy(() -> coordinator.command(DESK, "pull-up-question", Map.of("question", List.of(top))))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining(hall + " has no parent that a question could be sent up to");
    }

    @Test
    void whatCanNotBeDoneSaysWhy(Play play) throws Exception {
        Address hall = play.hall();
        Operator reza =
                play.operator("Reza", "tehran.test", Knows.nothingSpecial().atATime(1));
        Operator leena = play.operator("Leena", "helsinki.test", Knows.nothingSpecial());
        play.enters(reza, hall);
        Patron elsa = play.patron("Elsa", hall);
        elsa.writes("First: who built the hall?");
        reza.isOffered("who built the hall");
        reza.answers("A moment.");
        elsa.sees("A moment.");
        play.enters(leena, hall);
        Patron lisa = play.patron("Lisa", hall);
        lisa.writes("Second: who paid for it?");
        leena.isOffered("who paid for it");
        String question = waits(play, "who paid for it");

        XmppClient coordinator = play.client(Theatre.coordinatorOf(HUB), HUB);
        refuses(coordinator, question, nick(play, reza), "has as many sessions as they can take, 1");
        refuses(coordinator, question, "nobody", "the field 'operator' takes one of ");
        refuses(coordinator, "nowhere 1", nick(play, leena), "the field 'question' takes one of ");
        XmppClient astrid = play.client(play.operator("Astrid", "uppsala.test", Knows.nothingSpecial()));
        assertThatThrownBy(() -> astrid.command(DESK, "waiting", Map.of()))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("you may not run this command");
        leena.answers("The king.");
        lisa.sees("The king.");
        await("it waits no more")
                .atMost(Play.LINE_MAX)
                .until(() -> play.coordinate(HUB, "waiting", Map.of()).items().stream()
                        .noneMatch(row -> row.get("question").contains(question)));
    }

    @Test
    void theCoordinatorSeesWhatRunsAndComesBesideTheOwner(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at("uppsala.test").waiting(2).rollingUpTo(hall));
        Operator reza = play.operator("Reza", "tehran.test", Knows.nothingSpecial());
        play.enters(reza, hall);
        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("Where is the Silver Bible kept?");
        reza.isOffered("the Silver Bible");
        reza.answers("In Uppsala, I believe.");
        elsa.sees("In Uppsala");
        Address finnish = play.opens(Opening.at("helsinki.test").waiting(2).rollingUpTo(hall));
        Patron onni = play.patron("Onni", finnish);
        onni.writes("And the oldest Finnish book?");
        reza.isOffered("oldest Finnish book");
        reza.answers("By Agricola.");
        onni.sees("By Agricola.");
        XmppClient client = play.client(Playbill.CHIEF, HUB);
        Operator chief = play.operator("Chief", client, play.profile(Playbill.CHIEF, HUB, Knows.nothingSpecial()));

        List<String> notes = client.command(DESK, "running", Map.of()).notes();
        assertThat(notes).contains(hall + ": 2 sessions run", "  helsinki.test: 1, and it shows no more");
        assertThat(notes)
                .anyMatch(note -> note.startsWith("    " + hall.local() + " uppsala.test ")
                        && note.endsWith(play.handle(reza) + ": Where is the Silver Bible kept?"))
                .noneMatch(note -> note.contains("Finnish book"));
        String session = client.command(DESK, "running", Map.of()).items().stream()
                .filter(row -> row.get("summary").get(0).contains("Silver Bible"))
                .map(row -> row.get("session").get(0))
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> it = Map.of("session", List.of(session));
        assertThatThrownBy(() -> client.command(DESK, "attend-session", it))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("go on duty for the service first");
        play.enters(chief, play.opens(Opening.at(HUB)));
        client.command(DESK, "attend-session", it);
        chief.isOffered("the Silver Bible");
        chief.answers("It is in Carolina Rediviva.");
        chief.seesTranscript("the Silver Bible", "In Uppsala");
        reza.turnsTo(Address.parse("s-" + session.split(" ")[2] + "@ask.tehran.test"));
        reza.seesNote("Carolina Rediviva");
        reza.answers("In Carolina Rediviva.");
        elsa.sees("In Carolina Rediviva.");
        elsa.sawExactly("This is Service", "A librarian is here", "In Uppsala", "In Carolina Rediviva.");
    }

    private static void refuses(XmppClient coordinator, String question, String nick, String why) {
        assertThatThrownBy(() -> coordinator.command(
                        DESK, "assign-question", Map.of("question", List.of(question), "operator", List.of(nick))))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining(why);
    }
}
