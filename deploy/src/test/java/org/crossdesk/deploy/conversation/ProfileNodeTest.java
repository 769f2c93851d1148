package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.pubsub.ItemsExtension;
import org.jivesoftware.smackx.pubsub.packet.PubSub;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

/** What is confirmed of an operator stands on their own personal node (XEP-0163), as any client reads it. */
@Conversation
class ProfileNodeTest {
    private static final String HOME = "uppsala.test";
    private static final Address DESK = Duty.desk(HOME);

    private static String node(XmppClient reader, Address of) throws Exception {
        PubSub asked = PubSub.createPubsubPacket(
                JidCreate.bareFrom(of.bare().toString()),
                IQ.Type.get,
                new ItemsExtension(ItemsExtension.ItemsElementType.items, CompetenceCodec.NAMESPACE, List.of()));
        IQ answer = reader.connection().sendIqRequestAndWaitForResponse(asked);
        return answer.toXML().toString();
    }

    @Test
    void itHoldsWhatIsConfirmedAndGoesWithTheWishNotToBeFound(Play play) throws Exception {
        String account = play.spare(Theatre.Role.OPERATOR, HOME);
        play.profile(account, HOME, Knows.languages("fa native"));
        XmppClient anna = play.client(account, HOME);
        Address annas = anna.address();
        await("published at the login")
                .atMost(Play.LINE_MAX)
                .ignoreExceptions()
                .until(() -> node(anna, annas).contains("tag='fa'")
                        || node(anna, annas).contains("tag=\"fa\""));

        // Said, but not confirmed: the node stays as it was.
        anna.command(DESK, "my-profile", Map.of("languages", List.of("fi native")));
        assertThat(node(anna, annas)).contains("fa").doesNotContain("\"fi\"").doesNotContain("'fi'");
        play.coordinate(HOME, "review", Map.of("operators", List.of(account)));
        await("the node follows").atMost(Play.LINE_MAX).until(() -> {
            String now = node(anna, annas);
            return now.contains("\"fi\"") || now.contains("'fi'");
        });

        // A stranger may not read it.
        XmppClient elsa = play.client(play.spare(Theatre.Role.PATRON, HOME), HOME);
        assertThatThrownBy(() -> node(elsa, annas)).isInstanceOf(XMPPErrorException.class);

        anna.command(
                DESK,
                "my-profile",
                Map.of("languages", List.of("fi native"), "found-by", List.of("our library alone")));
        await("the node is gone").atMost(Play.LINE_MAX).until(() -> {
            try {
                return !node(anna, annas).contains("native");
            } catch (XMPPErrorException e) {
                return true;
            }
        });
    }
}
