package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.smack.CommandResult;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jivesoftware.smackx.search.ReportedData;
import org.jivesoftware.smackx.search.UserSearchManager;
import org.jivesoftware.smackx.xdata.form.FillableForm;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.impl.JidCreate;

/** Who knows something is found at any library, and who does not answer is said. */
@Conversation
class FindTest {
    private static final String HUB = "north.test";

    @Test
    void peopleOfOtherLibrariesAreFound(Play play) throws Exception {
        Address hall = play.hall();
        Operator anna = play.operator("Anna", "helsinki.test", Knows.subjects("zoology:3"));
        Operator reza = play.operator("Reza", "tehran.test", Knows.subjects("biology:2"));
        play.enters(reza, hall);

        // The hub works with both. A broader subject covers the narrower one.
        CommandResult found = search(play, Map.of("subject", List.of("zoologi")));
        assertThat(operators(found))
                .containsSubsequence(
                        play.handle(reza).toString(), play.handle(anna).toString());
        assertThat(row(found, play.handle(anna)).get("knows")).containsExactly("zoology:3");
        assertThat(row(found, play.handle(anna)).get("duty")).containsExactly("off duty");
        assertThat(row(found, play.handle(reza)).get("duty")).containsExactly("on duty");

        CommandResult onDuty = search(play, Map.of("subject", List.of("zoology"), "on-duty", List.of("true")));
        assertThat(operators(onDuty))
                .contains(play.handle(reza).toString())
                .doesNotContain(play.handle(anna).toString());

        assertThat(operators(search(play, Map.of("subject", List.of("zoology:3")))))
                .contains(play.handle(anna).toString())
                .doesNotContain(play.handle(reza).toString());
        assertThatThrownBy(() -> play.client(play.spare(Theatre.Role.PATRON, "uppsala.test"), "uppsala.test")
                        .command(Duty.desk("uppsala.test"), "find", Map.of()))
                .as("a patron may not")
                .hasMessageContaining("find");
    }

    @Test
    void whoWishesToBeFoundAtHomeAloneIs(Play play) throws Exception {
        Operator anna = play.operator("Anna", "helsinki.test", Knows.subjects("botany:3"));
        String handle = play.handle(anna).toString();
        Map<String, List<String>> botany = Map.of("subject", List.of("botany"));
        assertThat(operators(search(play, botany))).contains(handle);
        play.client(anna)
                .command(
                        Duty.desk("helsinki.test"),
                        "my-profile",
                        Map.of("subjects", List.of("botany:3"), "found-by", List.of("our library alone")));
        assertThat(operators(search(play, botany))).doesNotContain(handle);
        assertThat(operators(play.coordinate("helsinki.test", "find", botany))).contains(handle);
    }

    /** Smack's search is what the windows of stock clients do. */
    @Test
    void theSearchWindowOfAStockClientFindsThemToo(Play play) throws Exception {
        Operator anna = play.operator("Anna", "helsinki.test", Knows.subjects("geology:2"));
        Operator other = play.operator("Aino", "helsinki.test", Knows.subjects("geology:3"));
        XmppClient karin = play.client(Theatre.coordinatorOf(HUB), HUB);
        UserSearchManager searches = new UserSearchManager(karin.connection());
        DomainBareJid desk = JidCreate.domainBareFrom("ask." + HUB);

        FillableForm form = new FillableForm(searches.getSearchForm(desk));
        form.setAnswer("subject", "Geologie");
        ReportedData found = searches.getSearchResults(form.getDataFormToSubmit(), desk);
        assertThat(found.getRows())
                .extracting(row -> row.getValues("jid").get(0).toString())
                .containsSubsequence(
                        play.handle(other).toString(), play.handle(anna).toString());

        FillableForm wrong = new FillableForm(searches.getSearchForm(desk));
        wrong.setAnswer("subject", "geolojie");
        assertThatThrownBy(() -> searches.getSearchResults(wrong.getDataFormToSubmit(), desk))
                .hasMessageContaining("bad-request");
        UserSearchManager patrons =
                new UserSearchManager(play.client(play.spare(Theatre.Role.PATRON, "uppsala.test"), "uppsala.test")
                        .connection());
        assertThatThrownBy(() -> patrons.getSearchForm(JidCreate.domainBareFrom("ask.uppsala.test")))
                .hasMessageContaining("forbidden");
    }

    @Test
    void aPageAtATime(Play play) throws Exception {
        for (String name : List.of("One", "Two", "Three")) {
            play.operator(name, "helsinki.test", Knows.subjects("meteorology:3"));
        }
        XmppClient karin = play.client(Theatre.coordinatorOf(HUB), HUB);
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            SearchPage answer = SearchPage.ask(karin, Duty.desk(HUB), "meteorology", 1, after);
            assertThat(answer.operators()).hasSize(1);
            seen.addAll(answer.operators());
            after = answer.operators().get(0);
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    private static CommandResult search(Play play, Map<String, List<String>> answers) throws Exception {
        return play.coordinate(HUB, "find", answers);
    }

    private static List<String> operators(CommandResult found) {
        return found.items().stream().map(row -> row.get("operator").get(0)).toList();
    }

    private static Map<String, List<String>> row(CommandResult found, Address operator) {
        return found.items().stream()
                .filter(row -> row.get("operator").contains(operator.toString()))
                .findFirst()
                .orElseThrow();
    }
}
