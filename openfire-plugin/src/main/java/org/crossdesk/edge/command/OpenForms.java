package org.crossdesk.edge.command;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.xmpp.forms.DataForm;
import org.xmpp.packet.JID;

/** The forms that were sent and not yet filled in: XEP-0050's sessions. Bounded; safe for several threads. */
final class OpenForms {
    /** A form at somebody's client. */
    record Open(String id, JID from, JID to, String node, DataForm form) {}

    private record Kept(Open open, Instant until) {}

    private final CommandLimits limits;
    private final Clock clock;
    private final Supplier<String> tokens;
    /** In the order of their ends, since all live equally long. */
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    OpenForms(CommandLimits limits, Clock clock, Supplier<String> tokens) {
        this.limits = limits;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** Keeps a form that goes out; empty if there are too many. */
    synchronized Optional<Open> add(JID from, JID to, String node, DataForm form) {
        expire();
        makeRoom(from);
        if (kept.size() >= limits.totalMax()) {
            return Optional.empty();
        }
        Open open = new Open(tokens.get(), from, to, node, form);
        keep(open);
        return Optional.of(open);
    }

    /** Takes a form that came back, so that nobody else can use it at the same time. */
    synchronized Optional<Open> take(String id, JID from, JID to, String node) {
        expire();
        Kept found = kept.get(id);
        if (found == null
                || !found.open().from().equals(from)
                || !found.open().to().equals(to)
                || !found.open().node().equals(node)) {
            return Optional.empty();
        }
        kept.remove(id);
        return Optional.of(found.open());
    }

    /** Opens a form again that was not filled in well. */
    synchronized void putBack(Open open) {
        keep(open);
    }

    synchronized int size() {
        expire();
        return kept.size();
    }

    private void keep(Open open) {
        kept.put(open.id(), new Kept(open, clock.instant().plus(limits.life())));
    }

    private void expire() {
        Instant now = clock.instant();
        Iterator<Kept> oldestFirst = kept.values().iterator();
        while (oldestFirst.hasNext() && !oldestFirst.next().until().isAfter(now)) {
            oldestFirst.remove();
        }
    }

    /** Whoever leaves dialogs open without cancelling them must not lock themselves out. */
    private void makeRoom(JID from) {
        String account = from.toBareJID();
        long own = kept.values().stream()
                .filter(one -> one.open().from().toBareJID().equals(account))
                .count();
        Iterator<Kept> oldestFirst = kept.values().iterator();
        while (own >= limits.perCallerMax() && oldestFirst.hasNext()) {
            if (oldestFirst.next().open().from().toBareJID().equals(account)) {
                oldestFirst.remove();
                own--;
            }
        }
    }
}
