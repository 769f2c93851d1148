package org.crossdesk.deploy.bench;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossdesk.deploy.wire.WireClient;
import org.jspecify.annotations.Nullable;

/** The other of two people: takes every session it is offered, and sends back at once what is to be sent back. */
final class Answerer {
    /** What begins a patron's first words. */
    static final String OPENING = "open ";
    /** The first answer. */
    static final String WELCOME = "welcome";

    private static final String CONTACT_PREFIX = "s-";

    private final WireClient client;
    private final Mailbox mailbox = new Mailbox();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean takes = true;
    private volatile @Nullable String contact;

    Answerer(WireClient client) {
        this.client = client;
        client.listen(this::heard);
    }

    private void heard(WireClient.Said said) {
        if (said.body().startsWith(Writer.THERE)) {
            if (!said.delayed()) {
                client.say(said.from(), Writer.BACK + said.body().substring(Writer.THERE.length()));
            }
            return;
        }
        mailbox.put(said);
        boolean offer = said.from().startsWith(CONTACT_PREFIX) && said.body().contains(OPENING) && !said.delayed();
        if (takes && offer && taken.add(said.from())) {
            count.incrementAndGet();
            contact = said.from();
            client.say(said.from(), WELCOME);
        }
    }

    WireClient client() {
        return client;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** Leaves offers to whoever reads the mailbox. */
    Answerer byHand() {
        takes = false;
        return this;
    }

    /** Closes the session it has taken last. */
    void close() {
        String last = contact;
        if (last != null) {
            contact = null;
            client.say(last, "/close answered 1");
        }
    }

    /** How many sessions it has taken. */
    int taken() {
        return count.get();
    }
}
