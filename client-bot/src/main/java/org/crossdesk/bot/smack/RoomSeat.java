package org.crossdesk.bot.smack;

import java.util.List;
import java.util.Set;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smackx.muc.packet.MUCInitialPresence;
import org.jivesoftware.smackx.ping.packet.Ping;

/** One client's place in a room (XEP-0045). */
public final class RoomSeat {
    /** Answers to a ping of one's own occupant that come from one's own client, so that the seat is held (XEP-0410). */
    private static final Set<String> PINGED_MYSELF =
            Set.of("service-unavailable", "feature-not-implemented", "item-not-found");

    /** Answers that tell of the way to the room, and nothing of the seat (XEP-0410). */
    private static final Set<String> ROOM_UNREACHED = Set.of("remote-server-not-found", "remote-server-timeout");

    private static final int HISTORY_MAX_CHARS = 0;
    private static final int UNSET = -1;

    private final XmppClient client;
    private final Address occupant;
    private final List<Element> payloads;

    RoomSeat(XmppClient client, Address occupant, List<Element> payloads) {
        this.client = client;
        this.occupant = occupant;
        this.payloads = payloads;
    }

    /** The room and, behind the slash, the name that one has in it. */
    public Address occupant() {
        return occupant;
    }

    /** Enters the room, or enters it again, and waits until it shows one's own presence. */
    public SeenPresence take() throws ClientException {
        Presence presence = StanzaWriter.presence(Presence.Type.available, occupant, null, payloads);
        presence.addExtension(new MUCInitialPresence(null, HISTORY_MAX_CHARS, UNSET, UNSET, null));
        long place = client.presences().end();
        client.put(presence);
        SeenPresence own = awaitOwn(place, "entering " + occupant.bare());
        client.standing().keep(occupant.toString(), presence);
        return own;
    }

    /** Leaves the room and waits until it has confirmed that. */
    public void leave() throws ClientException {
        client.standing().forget(occupant.toString());
        long place = client.presences().end();
        client.put(StanzaWriter.presence(Presence.Type.unavailable, occupant, null, List.of()));
        awaitOwn(place, "leaving " + occupant.bare());
    }

    /**
     * Asks the room whether one is still in it (XEP-0410): a room that was restarted has forgotten everybody and told
     * nobody. A room that cannot be reached is an error, not an answer.
     */
    public boolean isHeld() throws ClientException {
        Ping ping = new Ping();
        ping.setType(IQ.Type.get);
        try {
            client.exchange(occupant, ping, "the ping of " + occupant);
            return true;
        } catch (RefusedException e) {
            String condition = e.failure().condition();
            if (ROOM_UNREACHED.contains(condition)) {
                throw e;
            }
            return PINGED_MYSELF.contains(condition);
        }
    }

    private SeenPresence awaitOwn(long place, String what) throws ClientException {
        SeenPresence seen;
        try {
            seen = client.presences()
                    .await(place, this::isAnswer, client.patience())
                    .map(ArrivalLog.Found::value)
                    .orElseThrow(() -> new ClientException("no answer to " + what));
        } catch (InterruptedException e) {
            throw ClientException.interrupted(what, e);
        }
        StanzaFailure failure = seen.failure();
        if (failure != null) {
            throw new RefusedException(what, failure, null);
        }
        return seen;
    }

    private boolean isAnswer(SeenPresence presence) {
        if (!presence.from().sameBare(occupant)) {
            return false;
        }
        return presence.failure() != null
                || presence.roomCodes().contains(SeenPresence.ROOM_SELF)
                || (!presence.isAvailable() && presence.from().equals(occupant));
    }
}
