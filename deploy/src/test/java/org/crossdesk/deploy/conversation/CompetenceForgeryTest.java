package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.ArrivalLog;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.RefusedException;
import org.crossdesk.bot.smack.RoomSeat;
import org.crossdesk.bot.smack.SeenPresence;
import org.crossdesk.bot.smack.StanzaBridge;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a client says of its own competence is not believed; only the operator's own server is. */
@Conversation
class CompetenceForgeryTest {
    private static final String HOME = "uppsala.test";
    private static final Element FORGED = new Stamp("op-forged", "forged", 0, 99).toElement();

    @Test
    void aForgedStampOfAnOperatorIsReplacedAtTheEntranceAndLater(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        Operator birgit = play.operator("Birgit", HOME, Knows.nothingSpecial());
        play.enters(birgit, desk);
        XmppClient forger = play.client(astrid);
        // Enters as any client does, and waits to be let in.
        play.enters(astrid, desk);
        play.duty(astrid).leave(desk);

        String nick = "the best of all";
        RoomSeat seat = forger.join(Duty.room(desk), nick, FORGED);
        Stamp entered = seenStamp(play, birgit, seat.occupant(), presence -> presence.status() == null);
        assertThat(entered.handle()).isEqualTo(play.handle(astrid).resource());
        assertThat(entered.capacity()).isEqualTo(2);

        forger.connection()
                .sendStanza(forger.connection()
                        .getStanzaFactory()
                        .buildPresenceStanza()
                        .to(org.jxmpp.jid.impl.JidCreate.from(seat.occupant().toString()))
                        .setStatus("I speak every language")
                        .addExtension(StanzaBridge.toExtension(FORGED))
                        .addExtension(StanzaBridge.toExtension(Profile.EMPTY.toElement()))
                        .build());
        Stamp updated = seenStamp(play, birgit, seat.occupant(), presence -> presence.status() != null);
        assertThat(updated).isEqualTo(entered);

        play.awaitOnDuty(astrid, desk);
        assertThat(play.onDuty(desk))
                .containsExactlyInAnyOrder(
                        play.handle(astrid).toString(), play.handle(birgit).toString());
    }

    /** The only thing of our namespaces on that occupant's presence, as this operator sees it. */
    private static Stamp seenStamp(Play play, Operator who, Address occupant, Predicate<SeenPresence> which)
            throws Exception {
        ArrivalLog<SeenPresence> log = play.client(who).presences();
        SeenPresence seen = log.await(
                        0,
                        presence -> presence.from().equals(occupant) && presence.isAvailable() && which.test(presence),
                        Play.LINE_MAX)
                .map(ArrivalLog.Found::value)
                .orElseThrow(() -> new AssertionError(occupant + " is not seen, only " + log.all()));
        assertThat(seen.payloads()).hasSize(1);
        return (Stamp) org.crossdesk.protocol.competence.CompetenceCodec.decode(
                seen.payloads().get(0));
    }

    @Test
    void whatPatronsClaimIsSeenByNobodyAndTheyDoNotGetIn(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Patron mallory = play.patron("Mallory", desk);
        XmppClient forger = play.client(mallory);

        assertThatThrownBy(() -> forger.join(Duty.room(desk), "mallory", FORGED))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("registration-required");

        forger.directed(play.client(elsa).address(), true, FORGED);
        SeenPresence seen = play.client(elsa)
                .presences()
                .await(0, presence -> presence.from().equals(forger.address()), Play.LINE_MAX)
                .orElseThrow()
                .value();
        assertThat(seen.payloads()).isEmpty();
        assertThat(play.onDuty(desk)).isEmpty();
    }

    /** An account of Oslo, whose desk lets it into Helsinki's room, is an operator of nobody's: it has no stamp. */
    @Test
    @ResourceLock("puppet")
    void anAdmittedAccountWhoseOwnServerStampsNothingIsNotOnDuty(Play play) throws Exception {
        Address desk = play.opens(Opening.at("helsinki.test"));
        PuppetDesk oslo = play.closesLater(PuppetDesk.of(play.library(Playbill.STRANGER)));
        Operator aino = play.operator("Aino", "helsinki.test", Knows.nothingSpecial());
        play.enters(aino, desk);
        XmppClient nils = play.client(play.spare(Theatre.Role.PATRON, Playbill.STRANGER), Playbill.STRANGER);

        String admitted = oslo.asks(
                "ask.oslo.test",
                desk.toString(),
                "set",
                "<admit xmlns='urn:xmpp:ask:0' account='" + nils.address().bare() + "'/>");
        assertThat(admitted).contains("result").contains("admitted");
        RoomSeat seat = nils.join(Duty.room(desk), "nils", FORGED);

        SeenPresence seen = play.client(aino)
                .presences()
                .await(0, presence -> presence.from().equals(seat.occupant()), Play.LINE_MAX)
                .orElseThrow()
                .value();
        assertThat(seen.payloads()).isEmpty();
        assertThat(play.onDuty(desk)).containsExactly(play.handle(aino).toString());
    }

    /** Oslo's desk may speak for its own handles, and for nobody else's. */
    @Test
    @ResourceLock("puppet")
    void aStampThatIsNotOfTheOperatorsOwnDomainIsNotBelieved(Play play) throws Exception {
        Address desk = play.opens(Opening.at("helsinki.test"));
        Address room = Duty.room(desk);
        PuppetDesk oslo = play.closesLater(PuppetDesk.of(play.library(Playbill.STRANGER)));
        Operator aino = play.operator("Aino", "helsinki.test", Knows.nothingSpecial());
        String ainosHandle = String.valueOf(play.handle(aino).resource());

        assertThat(oslo.asks("ask.oslo.test", desk.toString(), "set", "<admit xmlns='urn:xmpp:ask:0'/>"))
                .contains("admitted");
        oslo.write(entrance("ask.oslo.test/op-nils", room, "nils", "op-nils"));
        awaitListed(play, desk, List.of("ask.oslo.test/op-nils"));

        // As a handle of its own it says that it is Helsinki's Aino, who is not on duty.
        oslo.write(entrance("ask.oslo.test/op-mal", room, "mal", ainosHandle));
        oslo.sees("its own entrance", Pattern.compile("^<presence [^>]*from=\"" + Pattern.quote(room + "/mal")));
        // What was on duty is so no more, once it says that it is somebody else.
        oslo.write(presence("ask.oslo.test/op-nils", room, "nils", "", ainosHandle));
        awaitListed(play, desk, List.of());

        assertThat(oslo.asks(
                        "ask.oslo.test",
                        desk.toString(),
                        "set",
                        "<admit xmlns='urn:xmpp:ask:0' account='mallory@helsinki.test'/>"))
                .contains("forbidden")
                .contains("its own library");
    }

    private static String entrance(String from, Address room, String nick, String handle) {
        return presence(from, room, nick, "<x xmlns='http://jabber.org/protocol/muc'/>", handle);
    }

    private static String presence(String from, Address room, String nick, String entrance, String handle) {
        return "<presence from='" + from + "' to='" + room + "/" + nick + "'>" + entrance
                + new Stamp(handle, Profile.EMPTY.ver(), 0, 2).toElement().toXml() + "</presence>";
    }

    private static void awaitListed(Play play, Address desk, List<String> handles) {
        org.awaitility.Awaitility.await("who is on duty at " + desk)
                .atMost(Play.LINE_MAX)
                .untilAsserted(() -> assertThat(play.onDuty(desk)).isEqualTo(handles));
    }
}
