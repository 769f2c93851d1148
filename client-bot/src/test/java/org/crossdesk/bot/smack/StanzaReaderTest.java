package org.crossdesk.bot.smack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.crossdesk.protocol.Address;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StanzaReaderTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Address OWN = Address.parse("me@a.test/phone");
    private static final String FROM_DESK = "from='s-abc@ask.a.test' ";

    @BeforeAll
    static void register() {
        SmackSetup.ensure();
    }

    private static <S extends Stanza> S parse(String xml) {
        try {
            S stanza = PacketParserUtils.parseStanza(xml);
            return stanza;
        } catch (Exception e) {
            throw new AssertionError(e.getMessage() + " in " + xml, e);
        }
    }

    private static Received message(String attributes, String children) {
        return StanzaReader.message(
                parse("<message xmlns='jabber:client' " + attributes + ">" + children + "</message>"), OWN, AT);
    }

    @Test
    void wordsWithTheirLanguage() {
        Received message = message("type='chat' id='7' xml:lang='fa' " + FROM_DESK, "<body>سلام</body>");

        assertThat(message.from()).isEqualTo(Address.parse("s-abc@ask.a.test"));
        assertThat(message.kind()).isEqualTo(Received.Kind.CHAT);
        assertThat(message.id()).isEqualTo("7");
        assertThat(message.text()).isEqualTo("سلام");
        assertThat(message.language()).isEqualTo("fa");
        assertThat(DeskWords.of(message)).isEqualTo(DeskWords.SAID);
    }

    @Test
    void aBodyInAnotherLanguageThanThisJavas() {
        Received message = message(FROM_DESK, "<body xml:lang='fi'>hei</body>");

        assertThat(message.text()).isEqualTo("hei");
        assertThat(message.language()).isEqualTo("fi");
    }

    @Test
    void whatTheDesksMarksMean() {
        assertThat(DeskWords.of(message(FROM_DESK, "<body>b</body><offer xmlns='urn:xmpp:ask:0'/>")))
                .isEqualTo(DeskWords.OFFER);
        assertThat(DeskWords.of(message(FROM_DESK, "<body>b</body><note xmlns='urn:xmpp:ask:0'/>")))
                .isEqualTo(DeskWords.NOTE);
        assertThat(DeskWords.of(message(FROM_DESK, "<body>b</body><closed xmlns='urn:xmpp:ask:0'/>")))
                .isEqualTo(DeskWords.CLOSED);
        assertThat(DeskWords.of(message(
                        FROM_DESK, "<body>b</body><delay xmlns='urn:xmpp:delay' stamp='2026-11-22T09:08:07Z'/>")))
                .isEqualTo(DeskWords.TRANSCRIPT);
        assertThat(DeskWords.of(message(
                        FROM_DESK,
                        "<body>[desk] b</body><note xmlns='urn:xmpp:ask:0'/>"
                                + "<delay xmlns='urn:xmpp:delay' stamp='2026-11-22T09:08:07Z'/>")))
                .isEqualTo(DeskWords.TRANSCRIPT);
        assertThat(DeskWords.of(message(FROM_DESK, "<composing xmlns='http://jabber.org/protocol/chatstates'/>")))
                .isEqualTo(DeskWords.NOTHING);
        assertThat(DeskWords.of(message("type='groupchat' " + FROM_DESK, "<body>b</body>")))
                .isEqualTo(DeskWords.NOTHING);
    }

    @Test
    void delayAndReceipts() {
        Received said = message(
                FROM_DESK,
                "<body>b</body><delay xmlns='urn:xmpp:delay' stamp='2026-11-22T09:08:07Z'/>"
                        + "<request xmlns='urn:xmpp:receipts'/>");
        Received receipt = message(FROM_DESK, "<received xmlns='urn:xmpp:receipts' id='42'/>");

        assertThat(said.delayed()).isEqualTo(Instant.parse("2026-11-22T09:08:07Z"));
        assertThat(said.receiptWanted()).isTrue();
        assertThat(said.receiptFor()).isNull();
        assertThat(receipt.receiptFor()).isEqualTo("42");
        assertThat(receipt.isSaid()).isFalse();
    }

    @Test
    void errorsWithTheirTextEvenIfItHasLostItsNamespace() {
        String condition = "<forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";
        Received right = message(
                "type='error' " + FROM_DESK,
                "<error type='auth'>" + condition
                        + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>not you</text></error>");
        Received lost = message(
                "type='error' " + FROM_DESK,
                "<error type='auth'>" + condition + "<text xml:lang='en'>not you</text></error>");
        Received mute = message("type='error' " + FROM_DESK, "<error type='auth'>" + condition + "</error>");

        assertThat(right.failure()).isEqualTo(new StanzaFailure("forbidden", "not you"));
        assertThat(lost.failure()).isEqualTo(new StanzaFailure("forbidden", "not you"));
        assertThat(mute.failure()).isEqualTo(new StanzaFailure("forbidden", null));
        assertThat(right.kind()).isEqualTo(Received.Kind.ERROR);
    }

    @Test
    void onlyOnesOwnAccountSendsCarbons() {
        String carbon = "<sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                + "<message xmlns='jabber:client' from='me@a.test/pc' to='x@y.test' type='chat'><body>b</body></message>"
                + "</forwarded></sent>";
        Received own = message("from='me@a.test'", carbon);
        Received forged = message("from='mallory@a.test'", carbon);

        assertThat(own.copy()).isEqualTo(Received.Copy.SENT);
        assertThat(own.text()).isEqualTo("b");
        assertThat(own.from()).isEqualTo(Address.parse("me@a.test/pc"));
        assertThat(own.isSaid()).isFalse();
        assertThat(forged.copy()).isEqualTo(Received.Copy.NONE);
        assertThat(forged.body()).isNull();
    }

    @Test
    void presenceInARoom() {
        SeenPresence own = StanzaReader.presence(
                parse("<presence xmlns='jabber:client' from='desk@conference.a.test/Me'>"
                        + "<competence xmlns='urn:xmpp:competence:0' ver='v'/>"
                        + "<x xmlns='http://jabber.org/protocol/muc#user'>"
                        + "<item affiliation='member' role='participant' jid='me@a.test/phone'/>"
                        + "<status code='110'/></x></presence>"),
                OWN,
                AT);

        assertThat(own.isAvailable()).isTrue();
        assertThat(own.roomCodes()).containsExactly(SeenPresence.ROOM_SELF);
        assertThat(own.realAddress()).isEqualTo(OWN);
        assertThat(own.payload("competence", StanzaBridge.COMPETENCE)).isPresent();
    }
}
