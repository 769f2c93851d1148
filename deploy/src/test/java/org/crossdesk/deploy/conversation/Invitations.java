package org.crossdesk.deploy.conversation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.muc.packet.GroupChatInvitation;
import org.jxmpp.jid.parts.Resourcepart;

/** The rooms that a stock client was invited into: by the room itself (XEP-0045), and directly (XEP-0249). */
final class Invitations {
    private final Set<Address> mediated = ConcurrentHashMap.newKeySet();
    private final Set<Address> direct = ConcurrentHashMap.newKeySet();

    private Invitations() {}

    static Invitations of(XmppClient client) {
        Invitations invitations = new Invitations();
        MultiUserChatManager.getInstanceFor(client.connection())
                .addInvitationListener((connection, room, inviter, reason, password, message, invitation) ->
                        invitations.mediated.add(Address.parse(room.getRoom().toString())));
        client.connection()
                .addAsyncStanzaListener(
                        stanza -> {
                            GroupChatInvitation invitation = stanza.getExtension(GroupChatInvitation.class);
                            if (invitation != null) {
                                invitations.direct.add(Address.parse(invitation.getRoomAddress()));
                            }
                        },
                        new StanzaTypeFilter(Message.class));
        return invitations;
    }

    /** Goes into each room as soon as the room invites, as many clients do. */
    static void accepting(XmppClient client, String nick) {
        MultiUserChatManager.getInstanceFor(client.connection())
                .addInvitationListener((connection, room, inviter, reason, password, message, invitation) ->
                        new Thread(() -> join(room, nick), "invited").start());
    }

    private static void join(org.jivesoftware.smackx.muc.MultiUserChat room, String nick) {
        try {
            room.join(Resourcepart.from(nick));
        } catch (Exception e) {
            throw new IllegalStateException("can't go into " + room.getRoom(), e);
        }
    }

    boolean mediated(Address room) {
        return mediated.contains(room);
    }

    boolean direct(Address room) {
        return direct.contains(room);
    }

    boolean any(Address room) {
        return mediated(room) || direct(room);
    }

    void forget() {
        mediated.clear();
        direct.clear();
    }
}
