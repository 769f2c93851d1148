package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.RefusedException;
import org.crossdesk.bot.smack.StanzaFailure;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.xml.Element;
import org.junit.jupiter.api.Test;

/** What is wrong is refused with words that say so, and changes nothing. */
@Conversation
class BadInputTest {
    private static final String HOME = "uppsala.test";
    private static final Address DESK = Duty.desk(HOME);
    private static final String ASK = "urn:xmpp:ask:0";
    private static final String TRANSFER = "urn:xmpp:session-transfer:0";
    private static final int DEPTH = 500;

    @Test
    void aMessageToAnUnknownService(Play play) throws Exception {
        Patron elsa = play.patron("Elsa", DESK.withLocal("nobody"));

        elsa.writes("Hello?");
        StanzaFailure failure = elsa.seesError("item-not-found").failure();
        assertThat(failure.text()).contains("there is no service nobody@ask.uppsala.test");
        elsa.writesTo("s-aaaaaaaaaaaaaaaaaaaaaaaaaa@ask.uppsala.test", "Hello?");
        elsa.seesError("forbidden");
        elsa.writesTo("ask.uppsala.test", "Hello?");
        elsa.seesError("item-not-found");
    }

    @Test
    void malformedElementsOfOurs(Play play) throws Exception {
        Patron elsa = play.patron("Elsa", DESK.withLocal("desk"));
        XmppClient client = play.client(elsa);

        assertThat(refusal(client, DESK.withLocal("desk"), Element.named("question", ASK)))
                .isEqualTo(new StanzaFailure("bad-request", "<question/>: the attribute 'id' is missing"));
        assertThat(refusal(client, DESK, Element.named("no-such-thing", ASK)).condition())
                .isEqualTo("bad-request");
        StanzaFailure epoch = refusal(
                client,
                DESK,
                Element.named("close", TRANSFER)
                        .attribute("session", "aaaaaaaaaaaaaaaaaaaaaaaaaa")
                        .attribute("epoch", "minus one")
                        .attribute("resolution", "answered"));
        assertThat(epoch.condition()).isEqualTo("bad-request");
        assertThat(epoch.text()).contains("epoch");

        client.send(new Outgoing(
                DESK,
                null,
                null,
                null,
                false,
                List.of(Element.named("relay", TRANSFER).build())));
        StanzaFailure message = elsa.seesError("bad-request").failure();
        assertThat(message.text()).contains("relay");
    }

    @Test
    void aBodyThatIsTooLong(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);

        elsa.writes("x".repeat(20_001));
        assertThat(elsa.seesError("resource-constraint").failure().text()).contains("too long");
        elsa.sees("This message is too long and was not sent on: at most 20,000 characters");
        elsa.writes("x".repeat(900_000));
        elsa.seesError("resource-constraint");
        elsa.sees("This message is too long");

        elsa.writes("In short: bees?");
        astrid.isOffered("In short: bees?");
        astrid.answers("y".repeat(20_001));
        assertThat(astrid.seesError("resource-constraint").failure().text()).contains("too long");
        astrid.answers("Shelf 595.");
        elsa.sees("Shelf 595");
        elsa.writes("z".repeat(20_001));
        elsa.seesError("resource-constraint");
        elsa.writes("Thanks.");
        astrid.sees("Thanks.");
    }

    @Test
    void somethingNestedFiveHundredDeep(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        Element deep = Element.named("deep", "urn:example:deep").build();
        for (int depth = 1; depth < DEPTH; depth++) {
            deep = Element.named("deep", "urn:example:deep").child(deep).build();
        }
        Element ours = Element.named("question", ASK).child(deep).build();

        play.client(elsa).send(Outgoing.chat(desk, "Do you see this?").with(deep));
        assertThat(elsa.seesError("bad-request").failure().text()).contains("deeper than");
        assertThat(refusal(play.client(elsa), desk, ours).text()).contains("deeper than");
        play.client(elsa).directed(desk, true, deep);
        // The server lives, and so does the desk.
        elsa.writes("And this?");
        astrid.isOffered("And this?");
        elsa.sawExactly("This is Service");
    }

    @Test
    void commandsOfSomebodyWithoutTheRole(Play play) throws Exception {
        XmppClient patron = play.client(play.patron("Elsa", DESK.withLocal("desk")));
        XmppClient operator = play.client(play.operator("Astrid", HOME, Knows.nothingSpecial()));
        XmppClient stranger =
                play.client(play.patron("Omid", Duty.desk("tehran.test").withLocal("desk")));
        XmppClient coordinatorElsewhere = play.client("reza", "tehran.test");

        for (String node : List.of("service", "profile")) {
            for (XmppClient client : List.of(patron, operator, stranger, coordinatorElsewhere)) {
                assertThat(command(client, DESK, node).condition()).isEqualTo("forbidden");
            }
        }
        for (String node : List.of("duty", "who", "counts")) {
            for (XmppClient client : List.of(patron, stranger, coordinatorElsewhere)) {
                assertThat(command(client, DESK, node).condition()).isEqualTo("forbidden");
            }
        }
        assertThat(command(patron, DESK, "no-such-command").condition()).isEqualTo("item-not-found");
        Address session = DESK.withLocal("s-aaaaaaaaaaaaaaaaaaaaaaaaaa");
        assertThat(command(patron, session, "close").condition()).isEqualTo("forbidden");
    }

    /** Even the operator who is offered the session, and sees all names in the offer, can't take it past the desk. */
    @Test
    void whatOnlyDesksSayToEachOther(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        XmppClient mallory = play.client(play.patron("Mallory", desk));
        String account = play.spare(Theatre.Role.OPERATOR, HOME);
        String handle = play.profile(account, HOME, Knows.nothingSpecial());
        Operator astrid = play.operator("Astrid", play.client(account, HOME, way -> way.withResource(handle)), handle);
        play.enters(astrid, desk);

        elsa.writes("Who may read this?");
        Received offer = astrid.isOffered("Who may read");
        SessionId session =
                new SessionId(String.valueOf(astrid.session().local()).substring("s-".length()));
        QuestionId question = new QuestionId(String.valueOf(
                offer.payload("offer", ASK).orElseThrow().attributes().get("id")));
        Call call = new Call(question, session, mallory.address(), false, Needs.NONE, "forged", null, List.of(), null);
        Accept accept = new Accept(session, question, handle);
        Say say = new Say(session, 1, 1, Instant.now(), "I am the librarian. Your password, please?");

        for (XmppClient client : List.of(mallory, play.client(astrid))) {
            nothingComesOf(client, DESK, accept.toElement());
            nothingComesOf(client, DESK, say.toElement());
            nothingComesOf(client, desk, new Question(call, 10, List.of()).toElement());
            nothingComesOf(client, desk, new Decline(question, handle, Decline.Reason.DECLINED).toElement());
        }
        astrid.answers("You and I.");
        elsa.sees("You and I");
        say(mallory, say);
        say(play.client(astrid), new Say(session, 1, 2, Instant.now(), "I bypass the desk."));
        nothingComesOf(mallory, DESK, new CloseRequest(session, 1, Resolution.LOST, null).toElement());
        nothingComesOf(play.client(astrid), DESK, new CloseRequest(session, 1, Resolution.LOST, null).toElement());
        elsa.writes("Good.");
        astrid.sees("Good.");
        astrid.answers("So it is.");
        elsa.sees("So it is");
        elsa.sawExactly("This is Service", "A librarian is here", "You and I", "So it is");
    }

    /** As desks do it: in a message. */
    private static void say(XmppClient client, Say say) throws Exception {
        client.send(new Outgoing(DESK, null, null, null, false, List.of(say.toElement())));
        Received refused = client.messages()
                .await(0, message -> message.failure() != null && message.isFrom(DESK), Play.LINE_MAX)
                .orElseThrow(() -> new AssertionError("no error came for " + say + ", only "
                        + client.messages().all()))
                .value();
        assertThat(refused.failure().condition()).isIn("forbidden", "item-not-found");
    }

    private static void nothingComesOf(XmppClient client, Address to, Element payload) {
        assertThat(refusal(client, to, payload).condition())
                .as("what %s gets for <%s/>", client.address(), payload.name())
                .isIn("forbidden", "item-not-found");
    }

    private static StanzaFailure refusal(XmppClient client, Address to, Element.Builder payload) {
        return refusal(client, to, payload.build());
    }

    private static StanzaFailure refusal(XmppClient client, Address to, Element payload) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> client.request(to, true, payload));
        assertThat(refused).as("the refusal of <%s/> at %s", payload.name(), to).isNotNull();
        return refused.failure();
    }

    private static StanzaFailure command(XmppClient client, Address to, String node) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> client.command(to, node, Map.of()));
        assertThat(refused)
                .as("the refusal of the command %s of %s", node, client.address())
                .isNotNull();
        return refused.failure();
    }
}
