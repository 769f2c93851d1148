package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.smack.CommandResult;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** A library that is down holds a search up by no more than its bound, and is shown as of before. */
@RoughConversation
class FindGoneTest {
    @Test
    void whoDoesNotAnswerIsSaidAndShownAsOfBefore(Play play) throws Exception {
        Operator anna = play.operator("Anna", "helsinki.test", Knows.subjects("botany:3"));
        Address handle = play.handle(anna);
        assertThat(duty(search(play), handle)).isEqualTo("off duty");

        Library helsinki = play.library("helsinki.test");
        Rough.kill(play, helsinki);
        CommandResult without = search(play);
        assertThat(without.notes()).contains("No answer from: helsinki.test");
        assertThat(duty(without, handle)).startsWith("as of ");

        Rough.start(play, helsinki);
    }

    private static CommandResult search(Play play) throws Exception {
        return play.coordinate(Playbill.HUB, "find", Map.of("subject", List.of("botanik")));
    }

    private static String duty(CommandResult found, Address operator) {
        return found.items().stream()
                .filter(row -> row.get("operator").contains(operator.toString()))
                .map(row -> row.get("duty").get(0))
                .findFirst()
                .orElseThrow();
    }
}
