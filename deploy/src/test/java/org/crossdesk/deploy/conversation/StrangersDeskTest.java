package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Admit;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.ProfileQuery;
import org.crossdesk.protocol.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The desk of a library whose certificate is as good as any, but which is not in the member list. */
@Conversation
@ResourceLock("puppet")
class StrangersDeskTest {
    private static final String HOME = "uppsala.test";
    private static final String STRANGER = "ask.oslo.test";
    private static final SessionId SESSION = new SessionId("aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final QuestionId QUESTION = new QuestionId("bbbbbbbbbbbbbbbbbbbbbbbbbb");

    @Test
    void isRefusedWhateverItBegins(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        PuppetDesk oslo = play.closesLater(PuppetDesk.of(play.library(Playbill.STRANGER)));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        String handle = play.handle(astrid).toString();
        Call call = new Call(
                QUESTION, SESSION, Address.parse(STRANGER), false, Needs.NONE, "forged", null, List.of(), null);
        String question = new Question(call, 10, List.of()).toElement().toXml();
        String offer = new Offer(call, Address.parse("desk@" + STRANGER), 10)
                .toElement()
                .toXml();
        String admit = new Admit(null).toElement().toXml();
        String query = new ProfileQuery(Profile.EMPTY.ver()).toElement().toXml();

        forbidden(oslo.asks(STRANGER, desk.toString(), "set", question));
        forbidden(oslo.asks(STRANGER, Playbill.hall(1), "set", question));
        forbidden(oslo.asks("desk@" + STRANGER, handle, "set", offer));
        forbidden(oslo.asks(STRANGER, desk.toString(), "set", admit));
        forbidden(oslo.asks(STRANGER, handle, "get", query));
        astrid.isNotOfferedFor(Play.SILENCE);

        // Of a session that is open it can't take hold either, though it may know its name.
        elsa.writes("Is anybody there?");
        astrid.isOffered("anybody there");
        String session = String.valueOf(astrid.session().local()).substring("s-".length());
        for (String payload : List.of(
                "<accept xmlns='urn:xmpp:session-transfer:0' session='%s' question='" + QUESTION.value()
                        + "' handle='x'/>",
                "<close xmlns='urn:xmpp:session-transfer:0' session='%s' epoch='1' resolution='lost'/>",
                "<say xmlns='urn:xmpp:session-transfer:0' session='%s' epoch='1' number='1'"
                        + " at='2026-01-01T00:00:00Z'>Boo</say>")) {
            assertThat(oslo.asks(STRANGER + "/x", "ask.uppsala.test", "set", payload.formatted(session)))
                    .containsPattern("<(forbidden|item-not-found|conflict) ");
        }
        astrid.answers("I am.");
        elsa.sees("I am.");
        elsa.sawExactly("This is Service", "A librarian is here", "I am.");
    }

    private static void forbidden(String answer) {
        assertThat(answer).contains("type=\"error\"").contains("<forbidden ").contains("oslo.test is not in the");
    }
}
