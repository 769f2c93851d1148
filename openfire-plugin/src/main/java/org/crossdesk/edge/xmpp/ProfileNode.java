package org.crossdesk.edge.xmpp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.runtime.Directory;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;

/**
 * Publishes what is confirmed of an operator on their own personal node (XEP-0163), for their contacts' clients. The server
 * speaks for its own user. Who does not wish to be found by everybody has no node. Competence Profiles, section "On the
 * Operator's Own Node".
 */
final class ProfileNode {
    /** The node, which is named as the namespace of what it holds. */
    static final String NODE = CompetenceCodec.NAMESPACE;

    private static final String PUBSUB = "http://jabber.org/protocol/pubsub";
    /** What comes back goes to nobody: there is no such client. */
    private static final String RESOURCE = "crossdesk";

    private final String library;
    private final Router router;
    private final Lanes lanes;
    private final Supplier<String> tokens;
    private final Function<Address, Directory.@Nullable Operator> operatorOf;
    /** What each account's node holds, as far as we have written it since we started. */
    private final Map<String, String> written = new ConcurrentHashMap<>();

    ProfileNode(
            String library,
            Router router,
            Lanes lanes,
            Supplier<String> tokens,
            Function<Address, Directory.@Nullable Operator> operatorOf) {
        this.library = library;
        this.router = router;
        this.lanes = lanes;
        this.tokens = tokens;
        this.operatorOf = operatorOf;
    }

    /** An operator has logged in: their node is brought to what stands. */
    void online(Address account) {
        Directory.Operator operator = operatorOf.apply(account.bare());
        if (operator != null) {
            write(operator);
        }
    }

    /** What others see of an operator may have changed. */
    void write(Directory.Operator operator) {
        boolean shown = operator.review().confirmedOn() != null
                && !operator.review().hidden()
                && operator.review().shownTo() == null
                && !operator.profile().equals(Profile.EMPTY);
        String now = shown ? operator.profile().ver() : "";
        String before = written.put(operator.account(), now);
        if (now.equals(before) || (before == null && !shown && !everWritten(operator))) {
            return;
        }
        // The server writes it to its database, and may take its time; for each account in order.
        IQ iq = shown ? publish(operator) : delete(operator);
        lanes.send("node of " + operator.account(), () -> router.route(iq));
    }

    /** Of whom nothing was ever confirmed there is no node to take away. */
    private static boolean everWritten(Directory.Operator operator) {
        return operator.review().confirmedOn() != null;
    }

    private IQ publish(Directory.Operator operator) {
        IQ iq = iq(operator);
        Element item = iq.setChildElement("pubsub", PUBSUB)
                .addElement("publish")
                .addAttribute("node", NODE)
                .addElement("item")
                .addAttribute("id", "current");
        item.add(StanzaBridge.write(operator.profile().toElement()));
        return iq;
    }

    private IQ delete(Directory.Operator operator) {
        IQ iq = iq(operator);
        iq.setChildElement("pubsub", PUBSUB + "#owner").addElement("delete").addAttribute("node", NODE);
        return iq;
    }

    /** To nobody: that is the user's own node, and the one way that all versions of the server take. */
    private IQ iq(Directory.Operator operator) {
        IQ iq = new IQ(IQ.Type.set);
        iq.setID(tokens.get());
        iq.setFrom(new JID(operator.account(), library, RESOURCE));
        return iq;
    }
}
