package org.crossdesk.deploy.chaos;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.seed.Account;
import org.crossdesk.deploy.wire.WireClient;
import org.crossdesk.deploy.wire.WireException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a client that comes back when its server does, confirms what it is asked to, and drops what it has by
 * its id.
 */
abstract class Person implements WireClient.Listener, AutoCloseable {
    private static final long RECONNECT_MILLISECONDS = 300;
    private static final System.Logger LOG = System.getLogger(Person.class.getName());

    private final Library library;
    private final Account account;
    private final ScheduledExecutorService workers;
    private final Set<String> seen = new HashSet<>();
    private final AtomicBoolean connecting = new AtomicBoolean();
    private volatile @Nullable WireClient client;
    private volatile boolean closed;

    Person(Library library, Account account, ScheduledExecutorService workers) {
        this.library = library;
        this.account = account;
        this.workers = workers;
    }

    Library library() {
        return library;
    }

    String name() {
        return account.name();
    }

    /** Words that are here for the first time. One call at a time. */
    abstract void heard(WireClient.Said said);

    /** Connected, the first time or again; may ask the server for more before anybody talks. */
    abstract void connected() throws ClientException, InterruptedException;

    boolean isConnected() {
        return client != null;
    }

    /** Connects, and goes on trying until it is closed. */
    void connect() {
        if (!closed && client == null && connecting.compareAndSet(false, true)) {
            try {
                WireClient fresh = WireClient.connect(library, account, this);
                client = fresh;
                connected();
                if (closed) {
                    fresh.close();
                }
            } catch (WireException | ClientException e) {
                LOG.log(System.Logger.Level.DEBUG, "person.connect.failed", e);
                leave();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                connecting.set(false);
                if (client == null) {
                    later();
                }
            }
        }
    }

    private void leave() {
        WireClient lost = client;
        client = null;
        if (lost != null) {
            lost.close();
        }
    }

    private void later() {
        if (!closed && !workers.isShutdown()) {
            var unused = workers.schedule(this::connect, RECONNECT_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void gone() {
        client = null;
        later();
    }

    void send(String to, String id, String body) {
        withClient(one -> one.sayForReceipt(to, id, body));
    }

    /** Says something that nobody need confirm, such as a command. */
    void tell(String to, String body) {
        withClient(one -> one.say(to, body));
    }

    private void withClient(java.util.function.Consumer<WireClient> action) {
        WireClient now = client;
        if (now != null) {
            try {
                action.accept(now);
            } catch (WireException e) {
                // Its reader notices, too, and connects again.
                LOG.log(System.Logger.Level.DEBUG, "person.lost", e);
            }
        }
    }

    @Override
    public void said(WireClient.Said said) {
        boolean fresh;
        synchronized (seen) {
            fresh = said.id() == null || seen.add(said.from() + " " + said.id());
        }
        if (fresh) {
            heard(said);
        }
        String id = said.id();
        if (id != null && said.elements().contains("request")) {
            withClient(one -> one.confirm(said.from(), id));
        }
    }

    @Override
    public void close() {
        closed = true;
        leave();
    }
}
