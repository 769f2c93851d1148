package org.crossdesk.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Note;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.session.SessionId;

/** An operator's client: what each session's contact showed, from offer to offer, and what was written to it. */
final class OperatorClient implements Network.Client {
    private static final Duration RETRY = Duration.ofSeconds(6);
    private static final Duration RECONNECT = Duration.ofMillis(100);

    private record Words(SessionId session, String id, String body) {}

    /** What was shown from one offer of a session to the next. */
    static final class Chat {
        final SessionId session;
        final List<String> lines = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        /** Words that the own desk confirmed as kept. */
        final List<String> kept = new ArrayList<>();
        /** Words that were never confirmed before the session was over: they may have been kept all the same. */
        final List<String> givenUp = new ArrayList<>();

        private Chat(SessionId session) {
            this.session = session;
        }

        boolean has() {
            return notes.contains("OPERATOR_HAS_IT");
        }

        /** Whether they are beside the owner. */
        boolean beside() {
            return notes.stream().anyMatch(note -> note.startsWith("OPERATOR_JOINED"));
        }

        boolean over() {
            return notes.stream()
                    .anyMatch(note -> note.startsWith("OPERATOR_RELEASED")
                            || note.equals("OPERATOR_TAKEN")
                            || note.equals("OPERATOR_RETRACTED")
                            || note.equals("OPERATOR_RING_EXPIRED")
                            || note.equals("OPERATOR_DECLINED")
                            || note.equals("OPERATOR_HOME_UNREACHABLE")
                            || note.equals("OPERATOR_SESSION_OVER"));
        }
    }

    private final Network network;
    private final Library library;
    private final String handle;
    private final Address address;
    private final Map<SessionId, List<Chat>> chats = new LinkedHashMap<>();
    private final Map<SessionId, Deque<Words>> unsaid = new HashMap<>();
    private Consumer<Chat> onOffer = chat -> {};
    private Consumer<Chat> onHaving = chat -> {};
    private int count;

    OperatorClient(Network network, Library library, String handle, Address address) {
        this.network = network;
        this.library = library;
        this.handle = handle;
        this.address = address;
        network.logsIn(library, address, this);
    }

    /** What they do when they are rung, and when they have got a session. */
    void behaves(Consumer<Chat> whenRung, Consumer<Chat> whenHaving) {
        onOffer = whenRung;
        onHaving = whenHaving;
    }

    void writes(SessionId session, String body) {
        Deque<Words> queue = unsaid.computeIfAbsent(session, any -> new ArrayDeque<>());
        queue.add(new Words(session, handle + count++, body));
        if (queue.size() == 1) {
            send(session);
        }
    }

    private void send(SessionId session) {
        Words next = unsaid.get(session).peek();
        if (next == null) {
            return;
        }
        if (network.connected(address)) {
            library.desk()
                    .operatorWrote(
                            handle,
                            session,
                            new EngagementEvent.Wrote(
                                    address, next.body(), asker(session, next.id()), next.id(), next.id()));
        }
        network.time.in(network.connected(address) ? RETRY : RECONNECT, () -> {
            if (next.equals(unsaid.get(session).peek())) {
                send(session);
            }
        });
    }

    void does(SessionId session, OperatorAct act) {
        if (network.connected(address)) {
            library.desk().operatorDid(handle, session, address, act, asker(session, "act"));
        }
    }

    private Asker asker(SessionId session, String id) {
        return new Asker(address, Engagement.contact(library.deskDomain(), session), id, Asker.Form.MESSAGE);
    }

    @Override
    public void confirmed(String stanzaId) {
        for (Deque<Words> queue : unsaid.values()) {
            Words next = queue.peek();
            if (next != null && next.id().equals(stanzaId)) {
                queue.remove();
                current(next.session()).kept.add(next.body());
                send(next.session());
                return;
            }
        }
    }

    @Override
    public void refused(String stanzaId, Refusal refusal) {
        if (refusal.condition() == Refusal.Condition.ITEM_NOT_FOUND) {
            // The session is over: nothing more can be said in it.
            unsaid.values().stream()
                    .filter(queue -> !queue.isEmpty() && queue.peek().id().equals(stanzaId))
                    .forEach(queue -> {
                        queue.forEach(words -> current(words.session()).givenUp.add(words.body()));
                        queue.clear();
                    });
        }
    }

    @Override
    public void told(Effect.Tell tell) {
        SessionId session = new SessionId(String.valueOf(tell.from().local()).substring(2));
        if (tell.payloads().stream().anyMatch(Offer.class::isInstance)) {
            Chat chat = new Chat(session);
            chats.computeIfAbsent(session, any -> new ArrayList<>()).add(chat);
            onOffer.accept(chat);
            return;
        }
        Chat chat = current(session);
        boolean line = !tell.payloads().stream().anyMatch(Note.class::isInstance)
                || tell.body().startsWith("OPERATOR_LINE_");
        boolean had = chat.has() || chat.beside();
        (line ? chat.lines : chat.notes).add(tell.body());
        if (!had && (chat.has() || chat.beside())) {
            onHaving.accept(chat);
        }
    }

    private Chat current(SessionId session) {
        List<Chat> ofSession = chats.get(session);
        return ofSession.get(ofSession.size() - 1);
    }

    /** Every chat, by session, oldest first. */
    Map<SessionId, List<Chat>> chats() {
        return chats;
    }

    /** The one chat there is. */
    Chat chat() {
        return chats.values().iterator().next().get(0);
    }

    boolean rung() {
        return !chats.isEmpty();
    }

    Address operator() {
        return library.address().withResource(handle);
    }

    Library library() {
        return library;
    }
}
