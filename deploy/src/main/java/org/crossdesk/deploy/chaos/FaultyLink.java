package org.crossdesk.deploy.chaos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP forwarder between two servers that can be made as bad as a link gets. Every state change is for all that use it. */
final class FaultyLink implements AutoCloseable {
    /** How a link is. */
    enum State {
        /** What comes goes on at once. */
        CLEAR,
        /** Connections are reset, and new ones too. */
        CUT,
        /** Nothing goes on, and nothing is lost: it goes on when the link is clear again. */
        STALLED,
        /** What comes is swallowed, both ways; when the link is clear again, the connections are reset. */
        BLACK_HOLE,
        /** The same one way only: what the server that opened the connection sends. */
        HALF_OPEN,
        /** 2 kB a second, 800 ms late. */
        SLOW
    }

    private static final System.Logger LOG = System.getLogger(FaultyLink.class.getName());

    private final InetSocketAddress target;
    private final ServerSocket door;
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
    private volatile State state = State.CLEAR;

    /** A clear link that listens at {@code here} and leads to {@code target}. */
    FaultyLink(InetSocketAddress here, InetSocketAddress target) throws IOException {
        this.target = target;
        this.door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(here);
        Thread doorkeeper = new Thread(this::accept, "link-" + here.getAddress().getHostAddress());
        doorkeeper.setDaemon(true);
        doorkeeper.start();
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    State state() {
        return state;
    }

    /** Makes the link so. */
    void become(State next) {
        state = next;
        if (next == State.CUT) {
            passages.forEach(Passage::reset);
        } else if (next == State.CLEAR) {
            passages.stream().filter(Passage::hasSwallowed).forEach(Passage::reset);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                pass(door.accept());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "link.door.closed", e);
            }
        }
    }

    private void pass(Socket from) throws IOException {
        if (state == State.CUT) {
            from.setSoLinger(true, 0);
            from.close();
            return;
        }
        Socket to = new Socket();
        try {
            to.connect(target);
        } catch (IOException e) {
            // The server is down: whoever calls it hears that.
            from.setSoLinger(true, 0);
            from.close();
            to.close();
            return;
        }
        Passage passage = new Passage(from, to, () -> state, passages::remove);
        passages.add(passage);
        passage.start();
        if (state == State.CUT) {
            passage.reset();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "link.close.failed", e);
        }
        passages.forEach(Passage::reset);
    }
}
