package org.crossdesk.deploy.bench;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

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

    /** How many sessions it has taken. */
    int taken() {
        return count.get();
    }
}
