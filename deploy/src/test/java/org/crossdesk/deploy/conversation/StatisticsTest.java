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

/** A coordinator asks how a service does, with a client that knows commands and forms, and nothing of ours. */
@Conversation
class StatisticsTest {
    private static final String HUB = Playbill.HUB;

    private static Map<String, List<String>> day(Play play, String domain, Map<String, List<String>> asked)
            throws Exception {
        List<Map<String, List<String>>> rows =
                play.coordinate(domain, "statistics", asked).items();
        return rows.isEmpty() ? Map.of() : rows.get(rows.size() - 1);
    }

    @Test
    void aQuestionIsCountedAtHomeAndInEveryStaffRoomThatWasAsked(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at("uppsala.test").waiting(1).rollingUpTo(hall));
        Operator reza = play.operator("Reza", "tehran.test", Knows.languages("fa native"));
        play.enters(reza, hall);
        Patron parisa = play.patron("Parisa", desk);
        parisa.writes("سلام، ساعت کار کتابخانه چیست؟");
        reza.isOffered("ساعت کار");
        reza.answers("نه تا پنج.");
        parisa.sees("نه تا پنج");

        Map<String, List<String>> atHome = Map.of("service", List.of(String.valueOf(desk.local())));
        await("the patron is counted")
                .atMost(Play.LINE_MAX)
                .until(() ->
                        List.of("1").equals(day(play, "uppsala.test", atHome).get("answered")));
        Map<String, List<String>> patrons = day(play, "uppsala.test", atHome);
        assertThat(patrons.get("questions")).containsExactly("1");
        assertThat(patrons.get("unanswered")).containsExactly("0");
        assertThat(Integer.parseInt(patrons.get("median").get(0))).isBetween(0, 20);
        assertThat(patrons.get("most")).isEqualTo(patrons.get("median"));

        Map<String, List<String>> inTheHall = Map.of(
                "service",
                List.of(String.valueOf(hall.local())),
                "about",
                List.of("staff-room"),
                "by",
                List.of("hour"),
                "zone",
                List.of("Asia/Tehran"));
        await("the hall has counted it")
                .atMost(Play.LINE_MAX)
                .until(() -> List.of("1").equals(day(play, HUB, inTheHall).get("answered")));
        assertThat(day(play, HUB, inTheHall).get("from").get(0)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:00");
        assertThat(play.coordinate(HUB, "statistics", inTheHall).notes().get(0))
                .startsWith(hall + ", Asia/Tehran: 1 questions, 1 answered, 0 not in time, 0 left, 0 transfers; half");
    }

    @Test
    void coverageSaysWhoIsAtWorkWhenAndWhatNobodyKnows(Play play) throws Exception {
        Address service = play.opens(Opening.at("uppsala.test"));
        String name = String.valueOf(service.local());
        play.coordinate(
                "uppsala.test",
                "service",
                Map.of(
                        "name", List.of(name),
                        "needs-languages", List.of("fa B2", "is B2"),
                        "zone", List.of("Europe/Stockholm"),
                        "hours", List.of("mo-fr 09:00-17:00")));
        Operator reza = play.operator("Reza", "uppsala.test", Knows.languages("fa native"));
        assertThat(reza.name()).isEqualTo("Reza");
        List<Map<String, List<String>>> rows = play.coordinate(
                        "uppsala.test", "coverage", Map.of("service", List.of(name)))
                .items();
        assertThat(rows.get(0).get("kind")).containsExactly("open");
        assertThat(rows.get(0).get("mon")).containsExactly("0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0");
        Map<String, List<String>> persian = row(rows, "fa B2");
        assertThat(Integer.parseInt(persian.get("people").get(0))).isPositive();
        assertThat(persian.get("needed")).containsExactly("1");
        Map<String, List<String>> icelandic = row(rows, "is B2");
        assertThat(icelandic.get("people")).containsExactly("0");
        assertThat(icelandic.get("gaps")).containsExactly("40");
        assertThat(icelandic.get("sun")).containsExactly("0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0");
    }

    private static Map<String, List<String>> row(List<Map<String, List<String>>> rows, String what) {
        return rows.stream()
                .filter(row -> List.of(what).equals(row.get("what")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCanNotBeAskedSaysWhyAndOperatorsMayNot(Play play) throws Exception {
        Address service = play.opens(Opening.at(HUB));
        XmppClient coordinator = play.client(Theatre.coordinatorOf(HUB), HUB);
        List<String> name = List.of(String.valueOf(service.local()));
        refuses(coordinator, Map.of("service", name, "from", List.of("yesterday")), "'yesterday' is no day");
        refuses(
                coordinator,
                Map.of("service", name, "by", List.of("hour"), "from", List.of("2020-01-01")),
                "no more than 38 days");
        refuses(coordinator, Map.of("service", name, "zone", List.of("Narnia")), "Narnia");
        refuses(coordinator, Map.of("service", List.of("nowhere")), "takes one of");
        XmppClient reza = play.client(play.operator("Reza", HUB, Knows.nothingSpecial()));
        for (String command : List.of("statistics", "coverage")) {
            assertThatThrownBy(() -> reza.command(Duty.desk(HUB), command, Map.of("service", name)))
                    .isInstanceOf(ClientException.class)
                    .hasMessageContaining("you may not run this command");
        }
    }

    private static void refuses(XmppClient coordinator, Map<String, List<String>> asked, String why) {
        assertThatThrownBy(() -> coordinator.command(Duty.desk(HUB), "statistics", asked))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining(why);
    }
}
