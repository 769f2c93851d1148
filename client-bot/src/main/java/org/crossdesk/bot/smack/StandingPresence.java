package org.crossdesk.bot.smack;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.Presence;

/**
 * The presences that others hold of a client. A link that comes back as a new stream, and not as a resumed one
 * (XEP-0198), has lost them all: they are sent again.
 */
final class StandingPresence implements ConnectionListener {
    private static final System.Logger LOG = System.getLogger(StandingPresence.class.getName());

    private final Map<String, Presence> kept = new LinkedHashMap<>();
    private final CopyOnWriteArrayList<Consumer<Boolean>> returns = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Runnable> losses = new CopyOnWriteArrayList<>();
    private final Runnable loggedIn;

    /** Calls {@code loggedIn} after each login, before anything is sent. */
    StandingPresence(Runnable loggedIn) {
        this.loggedIn = loggedIn;
    }

    void onLoss(Runnable deed) {
        losses.add(deed);
    }

    @Override
    public void connectionClosedOnError(Exception cause) {
        LOG.log(Level.DEBUG, "event=link-lost", cause);
        losses.forEach(Runnable::run);
    }

    void onReturn(Consumer<Boolean> deed) {
        returns.add(deed);
    }

    synchronized void keep(String whom, Presence presence) {
        kept.put(whom, presence);
    }

    synchronized void forget(String whom) {
        kept.remove(whom);
    }

    synchronized void forgetAll() {
        kept.clear();
    }

    private synchronized List<Presence> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public void authenticated(XMPPConnection connection, boolean resumed) {
        loggedIn.run();
        if (!resumed) {
            sendAll(connection);
        }
        returns.forEach(deed -> deed.accept(resumed));
    }

    private void sendAll(XMPPConnection connection) {
        try {
            for (Presence presence : all()) {
                connection.sendStanza(presence);
            }
        } catch (SmackException.NotConnectedException e) {
            // The link is lost again; the next login tries again.
            LOG.log(Level.INFO, "event=presence-not-restored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
