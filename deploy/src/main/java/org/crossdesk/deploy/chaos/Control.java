package org.crossdesk.deploy.chaos;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.seed.Account;
import org.crossdesk.deploy.wire.WireClient;

/** Two people on two servers who write to each other without a desk: the same faults strike them. */
final class Control implements AutoCloseable {
    private final End one;
    private final End other;

    /** One of the two. */
    private static final class End extends Person {
        private final String partner;
        private final Set<String> got = new HashSet<>();
        private final AtomicInteger sent = new AtomicInteger();
        private int outOfOrder;
        private int last;

        End(Library library, Account account, String partner, ScheduledExecutorService workers) {
            super(library, account, workers);
            this.partner = partner;
        }

        void writes() {
            if (isConnected()) {
                tell(partner, "C." + sent.incrementAndGet());
            }
        }

        @Override
        void connected() {
            // Whoever has no desk asks nothing of it.
        }

        @Override
        synchronized void heard(WireClient.Said said) {
            if (said.body().startsWith("C.") && got.add(said.body())) {
                int number = Integer.parseInt(said.body().substring(2));
                outOfOrder += number < last ? 1 : 0;
                last = Math.max(last, number);
            }
        }

        synchronized int received() {
            return got.size();
        }

        synchronized int outOfOrder() {
            return outOfOrder;
        }
    }

    Control(Library here, Library there, Account account, ScheduledExecutorService workers) {
        this.one = new End(here, account, account.name() + "@" + there.domain(), workers);
        this.other = new End(there, account, account.name() + "@" + here.domain(), workers);
    }

    void connect() {
        one.connect();
        other.connect();
    }

    /** Both write the next thing, where they are connected. */
    void write() {
        one.writes();
        other.writes();
    }

    int sent() {
        return one.sent.get() + other.sent.get();
    }

    int lost() {
        return sent() - one.received() - other.received();
    }

    int outOfOrder() {
        return one.outOfOrder() + other.outOfOrder();
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
