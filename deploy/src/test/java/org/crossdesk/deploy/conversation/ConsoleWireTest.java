package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.ask.AskPayload;
import org.crossdesk.protocol.ask.Console;
import org.crossdesk.protocol.ask.LineNumber;
import org.crossdesk.protocol.ask.Part;
import org.crossdesk.protocol.ask.Recall;
import org.crossdesk.protocol.ask.RecalledLines;
import org.crossdesk.protocol.session.RecalledLine;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.junit.jupiter.api.Test;

/** What a client is told that shows all sessions side by side: parts, and lines again. */
@Conversation
class ConsoleWireTest {
    private static final String HOME = "uppsala.test";
    private static final String OTHER = "tehran.test";
    private static final Address DESK = Address.parse("ask." + HOME);
    private static final String STRANGER = "ask.oslo.test";

    private static AskPayload asked(XmppClient client, Address to, boolean set, AskPayload payload)
            throws ClientException, DecodingException {
        return AskCodec.decode(client.request(to, set, payload.toElement()).orElseThrow());
    }

    private static Console takesOver(XmppClient client, Address desk) throws ClientException, DecodingException {
        return (Console) asked(client, desk, true, Console.REQUEST);
    }

    private static RecalledLines recalls(XmppClient client, Address contact, long after)
            throws ClientException, DecodingException {
        return (RecalledLines) asked(client, contact, false, new Recall(after, false));
    }

    private static Predicate<Received> carries(String name, String attribute, String value) {
        return message -> message.payload(name, AskCodec.NAMESPACE)
                .flatMap(element -> element.attribute(attribute))
                .filter(value::equals)
                .isPresent();
    }

    @Test
    void aSecondClientTakesOver(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        String account = play.spare(Theatre.Role.OPERATOR, HOME);
        String handle = play.profile(account, HOME, Knows.nothingSpecial());
        XmppClient first = play.client(account, HOME);
        Operator astrid = play.operator("Astrid", first, handle);
        play.enters(astrid, desk);
        assertThat(takesOver(first, DESK).posts())
                .extracting(Console.Post::service)
                .contains(desk);

        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("Where is the map of 1702?");
        Received offer = astrid.isOffered("map of 1702");
        assertThat(carries("part", "phase", "ringing")).accepts(offer);
        Address contact = astrid.session();
        astrid.answers("On the second floor.");
        astrid.waitsFor("that she has it", carries("part", "phase", "engaged"));
        elsa.sees("On the second floor.");

        XmppClient second = play.client(account, HOME);
        Operator anew = play.operator("Astrid at another desk", second, handle);
        Console console = takesOver(second, DESK);
        assertThat(console.sessions()).singleElement().satisfies(one -> {
            assertThat(one.session().value())
                    .isEqualTo(String.valueOf(contact.local()).substring("s-".length()));
            assertThat(one.part().phase()).isEqualTo(Part.Phase.ENGAGED);
            assertThat(one.offer().call().summary()).contains("map of 1702");
        });
        assertThat(astrid.waitsFor("that another has taken over", carries("console", "taken", "true"))
                        .text())
                .isNotBlank();

        elsa.writes("And the atlas?");
        Received line = anew.waitsFor("the next line", message -> message.text().equals("And the atlas?"));
        Element number = line.payload("line", AskCodec.NAMESPACE).orElseThrow();
        LineNumber read = (LineNumber) AskCodec.decode(number);
        assertThat(read.by()).isEqualTo(Speaker.PATRON);
        assertThat(recalls(second, contact, read.after()).lines())
                .extracting(RecalledLine::seq, RecalledLine::body)
                .containsExactly(org.assertj.core.api.Assertions.tuple(read.seq(), "And the atlas?"));
        assertThat(first.messages().all()).noneMatch(message -> message.text().contains("And the atlas?"));
    }

    @Test
    void linesAreToldAgainToWhoeverIsInTheSessionAndToNobodyElse(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).rollingUpTo(hall));
        Operator reza = play.operator("Reza", OTHER, Knows.nothingSpecial());
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        Patron elsa = play.patron("Elsa", desk);
        play.enters(astrid, desk);
        play.enters(reza, hall);
        elsa.writes("Is there a treaty about this?");
        astrid.isOffered("a treaty");
        astrid.answers("Let me ask.");
        elsa.sees("Let me ask");
        Address astrids = astrid.session();
        astrid.transfers("to=" + play.handle(reza) + " : yours");
        reza.isOffered("yours");
        reza.answers("Salam.");
        elsa.sees("Salam.");
        elsa.writes("Salam!");
        reza.sees("Salam!");
        Address contact = reza.session();

        RecalledLines all = recalls(play.client(reza), contact, 0);
        assertThat(all.more()).isFalse();
        assertThat(all.lines())
                .extracting(RecalledLine::body)
                .containsSubsequence("Is there a treaty about this?", "Let me ask.", "Salam.", "Salam!");
        assertThat(all.lines()).extracting(RecalledLine::seq).isSorted().doesNotHaveDuplicates();
        assertThat(all.lines())
                .filteredOn(RecalledLine::own)
                .extracting(RecalledLine::body)
                .containsExactly("Salam.");
        long last = all.lines().get(all.lines().size() - 1).seq();
        assertThat(recalls(play.client(reza), contact, last).lines()).isEmpty();

        assertThatThrownBy(() -> recalls(play.client(astrid), astrids, 0))
                .as("who has handed it over")
                .hasMessageContaining("you are not in this session");
        Operator laleh = play.operator("Laleh", OTHER, Knows.nothingSpecial());
        assertThatThrownBy(() -> recalls(play.client(laleh), contact, 0))
                .as("a colleague who is not in it")
                .hasMessageContaining("you are not in this session");
        assertThatThrownBy(() -> recalls(play.client(elsa), astrids, 0))
                .as("the patron")
                .hasMessageContaining("only operators");

        SessionId session = new SessionId(String.valueOf(contact.local()).substring("s-".length()));
        PuppetDesk oslo = play.closesLater(PuppetDesk.of(play.library(Playbill.STRANGER)));
        for (long epoch : List.of(1L, 2L)) {
            assertThat(oslo.asks(
                            STRANGER + "/x",
                            DESK.toString(),
                            "get",
                            new RecallRequest(session, epoch, 0, false)
                                    .toElement()
                                    .toXml()))
                    .containsPattern("<(forbidden|item-not-found) ")
                    .doesNotContain("treaty");
        }
    }
}
