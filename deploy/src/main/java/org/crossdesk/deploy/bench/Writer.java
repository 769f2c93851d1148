package org.crossdesk.deploy.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.crossdesk.deploy.wire.WireClient;
import org.jspecify.annotations.Nullable;

/** The one of two people whose words come back: who measures. */
final class Writer {
    /** What begins words that are to be sent back. */
    static final String THERE = "p:";
    /** What begins words that were sent back. */
    static final String BACK = "e:";

    /** Hears of words that are back. */
    @FunctionalInterface
    interface Sink {
        /** They were sent at this {@link System#nanoTime()}. */
        void back(Writer writer, long sentNanos);
    }

    private final WireClient client;
    private final Map<String, Long> under = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private final Mailbox mailbox = new Mailbox();
    private volatile @Nullable Sink sink;

    Writer(WireClient client) {
        this.client = client;
        client.listen(this::heard);
    }

    private void heard(WireClient.Said said) {
        if (!said.body().startsWith(BACK)) {
            mailbox.put(said);
            return;
        }
        Long sent = under.remove(said.body().substring(BACK.length()));
        Sink heard = sink;
        if (sent != null && heard != null) {
            heard.back(this, sent);
        }
    }

    WireClient client() {
        return client;
    }

    /** What else came. */
    Mailbox mailbox() {
        return mailbox;
    }

    void to(Sink heard) {
        sink = heard;
    }

    /** Sends words that will come back; their time runs from {@code sinceNanos}. */
    void send(String to, long sinceNanos, boolean forReceipt) {
        String mark = Long.toString(number.incrementAndGet());
        under.put(mark, sinceNanos);
        if (forReceipt) {
            client.sayForReceipt(to, THERE + mark);
        } else {
            client.say(to, THERE + mark);
        }
    }

    /** How many are not back. */
    int under() {
        return under.size();
    }
}
