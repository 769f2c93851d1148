package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.StanzaBridge;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.protocol.ask.Scripts;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

/** Words that are said often: an operator's own, the library's, and those of a service for all who staff it. */
@Conversation
class ScriptsTest {
    private static final String HOME = "uppsala.test";
    private static final Address DESK = Duty.desk(HOME);
    private static final Duration HUB_HEARD_MAX = Duration.ofSeconds(80);

    private static Scripts scripts(XmppClient client, String library) throws Exception {
        IQ request = StanzaBridge.toRequest(Scripts.NONE.toElement(), IQ.Type.get);
        request.setTo(JidCreate.from(Duty.desk(library).toString()));
        IQ answer = client.connection().sendIqRequestAndWaitForResponse(request);
        return (Scripts) AskCodec.decode(StanzaBridge.payload(answer).orElseThrow());
    }

    private static List<String> names(Scripts scripts) {
        return scripts.all().stream().map(Script::name).toList();
    }

    @Test
    void anOperatorWritesTheirOwnAndSeesTheLibrarysAndTheHubs(Play play) throws Exception {
        Address hall = play.hall();
        Operator olle = play.operator("Olle", HOME, Knows.nothingSpecial());
        play.enters(olle, hall);
        XmppClient client = play.client(olle);

        assertThat(client.command(
                                DESK,
                                "my-script",
                                Map.of(
                                        "name", List.of("Hej"),
                                        "language", List.of("sv"),
                                        "words",
                                                List.of("Hej, {operator} här.", "", "Du frågar om {patron.question}?")))
                        .notes())
                .containsExactly("Kept: Hej");
        String name = "Library " + hall.local();
        play.coordinate(
                HOME,
                "script",
                Map.of("scope", List.of("library"), "name", List.of(name), "words", List.of("We open at ten.")));
        play.coordinate(
                "north.test",
                "script",
                Map.of(
                        "scope",
                        List.of(hall.toString()),
                        "name",
                        List.of("Wait"),
                        "words",
                        List.of("One moment, please.")));

        // What another has asked of the hub's service is used for a minute.
        await().atMost(HUB_HEARD_MAX).until(() -> names(scripts(client, HOME)).contains("Wait"));
        Scripts got = scripts(client, HOME);
        assertThat(got.silent()).isEmpty();
        assertThat(names(got)).contains("Hej", name, "Wait");
        Script own = got.all().get(0);
        assertThat(own.scope()).isEqualTo(Script.Scope.PERSONAL);
        assertThat(own.language()).isEqualTo("sv");
        assertThat(own.words()).isEqualTo("Hej, {operator} här.\n\nDu frågar om {patron.question}?");
        assertThat(got.all())
                .filteredOn(one -> one.name().equals("Wait"))
                .singleElement()
                .extracting(Script::service, Script::words)
                .containsExactly(hall, "One moment, please.");

        client.command(DESK, "my-script", Map.of("script", List.of(own.id()), "words", List.of("Hej!")));
        assertThat(scripts(client, HOME).all().get(0))
                .isEqualTo(new Script(own.id(), Script.Scope.PERSONAL, null, "Hej", "sv", "Hej!"));
        client.command(DESK, "my-script", Map.of("script", List.of(own.id()), "delete", List.of("true")));
        assertThat(names(scripts(client, HOME))).doesNotContain("Hej");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsKept(Play play) throws Exception {
        Operator olle = play.operator("Olle", HOME, Knows.nothingSpecial());
        XmppClient client = play.client(olle);
        assertThatThrownBy(() -> client.command(
                        DESK, "my-script", Map.of("name", List.of("x"), "words", List.of("Hello {patron}."))))
                .hasMessageContaining("nothing is filled in for {patron}: write one of {library}, {operator}");
        assertThatThrownBy(() -> client.command(DESK, "my-script", Map.of("name", List.of("x"))))
                .hasMessageContaining("a script has a name and words: fill in both");
        assertThatThrownBy(() -> client.command(
                        DESK, "my-script", Map.of("name", List.of("x"), "words", List.of("w".repeat(1_001)))))
                .hasMessageContaining("at most 1000 characters");
        assertThatThrownBy(() -> client.command(DESK, "script", Map.of("name", List.of("x"), "words", List.of("x"))))
                .hasMessageContaining("you may not run this command");
        assertThat(scripts(client, HOME).all()).noneMatch(one -> one.scope() == Script.Scope.PERSONAL);

        Patron elsa = play.patron("Elsa", DESK.withLocal("desk"));
        assertThatThrownBy(() -> scripts(play.client(elsa), HOME))
                .isInstanceOf(XMPPErrorException.class)
                .hasMessageContaining("only operators and coordinators");
    }
}
