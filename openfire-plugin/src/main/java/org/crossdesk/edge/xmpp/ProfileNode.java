package org.crossdesk.edge.xmpp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.runtime.Directory;
import org.dom4j.Element;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.jivesoftware.openfire.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/**
 * Publishes what is confirmed of an operator on their own personal node (XEP-0163), for their contacts' clients. The server
 * speaks for its own user, and hears the answer as an interceptor. Who does not wish to be found by everybody has no node:
 * what could not be taken away is tried again. Competence Profiles, section "On the Operator's Own Node".
 */
final class ProfileNode implements PacketInterceptor {
    /** The node, which is named as the namespace of what it holds. */
    static final String NODE = CompetenceCodec.NAMESPACE;

    private static final String PUBSUB = "http://jabber.org/protocol/pubsub";
    /** What comes back goes to nobody else: there is no such client. */
    private static final String RESOURCE = "crossdesk";

    /** How often it is tried to bring a node to what stands. */
    static final int TRIES_MAX = 10;

    /** How long an answer is waited for, and then until the next try. */
    static final int AGAIN_SECONDS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(ProfileNode.class);

    /** What the server was told to do, and has not answered. */
    private record Sent(Directory.Operator operator, boolean deletes, int tries) {}

    private final String library;
    private final Router router;
    private final Lanes lanes;
    private final Supplier<String> tokens;
    private final ScheduledExecutorService timer;
    private final Function<Address, Directory.@Nullable Operator> operatorOf;
    /** What each account's node holds, as far as we have written it since we started. */
    private final Map<String, String> written = new ConcurrentHashMap<>();

    private final Map<String, Sent> unanswered = new ConcurrentHashMap<>();

    ProfileNode(
            String library,
            Router router,
            Lanes lanes,
            Supplier<String> tokens,
            ScheduledExecutorService timer,
            Function<Address, Directory.@Nullable Operator> operatorOf) {
        this.library = library;
        this.router = router;
        this.lanes = lanes;
        this.tokens = tokens;
        this.timer = timer;
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
        write(operator, 1);
    }

    private void write(Directory.Operator operator, int tries) {
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
        unanswered.put(iq.getID(), new Sent(operator, !shown, tries));
        timer.schedule(() -> failed(iq.getID(), "no answer"), AGAIN_SECONDS, TimeUnit.SECONDS);
        lanes.send("node of " + operator.account(), () -> router.route(iq));
    }

    @Override
    public void interceptPacket(Packet packet, @Nullable Session session, boolean incoming, boolean processed) {
        if (!incoming || processed || !(packet instanceof IQ iq) || iq.getID() == null || iq.getTo() == null) {
            return;
        }
        Sent sent = RESOURCE.equals(iq.getTo().getResource()) ? unanswered.get(iq.getID()) : null;
        if (sent == null || !sent.operator().account().equals(iq.getTo().getNode())) {
            return;
        }
        Condition refused = iq.getType() == IQ.Type.error
                ? StanzaErrors.refusal(iq.getError()).condition()
                : null;
        boolean wasNotThere = sent.deletes() && refused == Condition.ITEM_NOT_FOUND;
        if (refused == null || wasNotThere) {
            unanswered.remove(iq.getID());
        } else {
            failed(iq.getID(), refused.toString());
        }
    }

    private void failed(String id, String why) {
        Sent sent = unanswered.remove(id);
        if (sent == null) {
            return;
        }
        String account = sent.operator().account();
        LOG.warn(
                "profile.node.failed account={} deletes={} tries={} reason={}",
                account,
                sent.deletes(),
                sent.tries(),
                why);
        written.remove(account);
        if (sent.tries() < TRIES_MAX && !timer.isShutdown()) {
            timer.schedule(() -> again(account, sent.tries() + 1), AGAIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void again(String account, int tries) {
        Directory.Operator operator = operatorOf.apply(new Address(account, library, null));
        if (operator != null && !written.containsKey(account)) {
            write(operator, tries);
        }
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
