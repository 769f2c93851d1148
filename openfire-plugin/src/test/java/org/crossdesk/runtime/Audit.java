package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.session.Line;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.domain.transfer.Phase;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;

/**
 * Holds the journals against what people said and saw: the invariants of the design.
 */
final class Audit {
    /** By so much a turn may come late, or be written late, where the disk fails. */
    private static final Duration LATE = Duration.ofSeconds(15);

    /** Somebody who asks. */
    interface Patron {
        /** How what they say begins. */
        String name();

        /** Says something as soon as may be. */
        void writes(String body);

        /** Whether this session is theirs. */
        boolean has(Session session);

        /** What the desk has confirmed, in order. */
        List<String> kept();

        boolean saidEverything();

        /** What they were told, in order. */
        List<String> heard();
    }

    private record Ownership(SessionId session, Address operator, long epoch) {}

    private final Library home;
    private final List<OperatorClient> operators;
    private final List<? extends Patron> patrons;

    Audit(Library home, List<? extends Patron> patrons, List<OperatorClient> operators) {
        this.home = home;
        this.patrons = patrons;
        this.operators = operators;
    }

    /**
     * What holds at every moment: whatever left a desk was in its journal before, and nobody's place is kept for longer
     * than its lease.
     */
    void watch(Library library) {
        leasesEnd(library);
        int seen = 0;
        List<Effect> effects = library.effects();
        while (seen < effects.size()) {
            effect(library, effects.get(seen++));
        }
        effects.clear();
    }

    private static void leasesEnd(Library library) {
        library.journal
                .acceptingSince()
                .forEach((id, since) -> assertThat(library.now())
                        .as("the lease of %s, since %s", id, since)
                        .isBefore(since.plus(Library.ENGAGEMENT_POLICY.lease()).plus(LATE)));
    }

    private static void effect(Library library, Effect effect) {
        if (effect instanceof Effect.Confirm confirm) {
            assertThat(library.journal.saidIds()).as("confirmed").contains(confirm.stanzaId());
        } else if (effect instanceof Effect.Deliver deliver) {
            assertThat(library.journal.letters())
                    .as("told")
                    .contains(deliver.letter().id());
        } else if (effect instanceof Effect.Send send && send.payload() instanceof Ack ack) {
            String id = ack.session() + "/" + send.from().resource();
            assertThat(library.journal.receivedUpTo(id)).as("acknowledged").isGreaterThanOrEqualTo(ack.upTo());
        } else if (effect instanceof Effect.Send send && send.payload() instanceof Relay relay) {
            long last = relay.utterances().get(relay.utterances().size() - 1).seq();
            assertThat(library.journal.lines(relay.session())).as("relayed").isGreaterThanOrEqualTo(last);
        } else if (effect instanceof Effect.Answer answer && answer.payload() instanceof Owned owned) {
            assertThat(library.journal.epoch(owned.session())).as("owned").isGreaterThanOrEqualTo(owned.epoch());
        } else if (effect instanceof Effect.Refuse refuse) {
            boolean broken = refuse.refusal().condition() == Condition.INTERNAL_SERVER_ERROR;
            assertThat(broken && library.lastTurnWritten()).as("an event broke").isFalse();
        }
    }

    /** What holds once everything has arrived that still can. */
    void settle() {
        Map<SessionId, Session> sessions = sessions();
        patronsAreHeardOnceAndInOrder(sessions);
        patronsHearOnceAndInOrder(sessions);
        Map<Ownership, OperatorClient.Chat> chats = chats();
        chats.forEach((ownership, chat) -> {
            Session session = sessions.get(ownership.session());
            operatorSees(session, ownership, chat);
        });
        operators.forEach(operator -> operator.chats().forEach((session, theirs) -> {
            Session there = sessions.get(session);
            if (there != null) {
                operatorIsHeard(there, operator, theirs);
            }
        }));
        everySessionHasOneOwnerWhoKnows(sessions);
        closedSessionsAreSettled(sessions);
    }

    private Map<SessionId, Session> sessions() {
        Map<SessionId, Session> sessions = new LinkedHashMap<>();
        home.journal
                .history(StateKey.Kind.SESSION, SessionRecord.class)
                .forEach((id, records) ->
                        // Folding also checks that lines have no gaps and that epochs rise by one.
                        sessions.put(new SessionId(id), MemoryJournal.fold(Library.SESSIONS, records)));
        return sessions;
    }

    private void patronsAreHeardOnceAndInOrder(Map<SessionId, Session> sessions) {
        for (Patron patron : patrons) {
            assertThat(patron.saidEverything()).isTrue();
            assertThat(saidBy(patron, sessions)).isEqualTo(patron.kept());
        }
    }

    private static List<String> saidBy(Patron patron, Map<SessionId, Session> sessions) {
        List<String> said = new ArrayList<>();
        sessions.forEach((id, session) -> said.addAll(lines(Map.of(id, session), patron, true)));
        return said;
    }

    private void patronsHearOnceAndInOrder(Map<SessionId, Session> sessions) {
        for (Patron patron : patrons) {
            List<String> heard = patron.heard().stream()
                    .filter(line -> !line.equals("NOT_KEPT"))
                    .toList();
            assertThat(heard).isEqualTo(lines(sessions, patron, false));
        }
    }

    private static List<String> lines(Map<SessionId, Session> sessions, Patron patron, boolean own) {
        return sessions.values().stream()
                .filter(patron::has)
                .flatMap(session -> session.transcript().lines().stream())
                .filter(line -> line.speaker() != Speaker.ASIDE)
                .filter(line -> (line.speaker() == Speaker.PATRON) == own)
                .map(Line::body)
                .toList();
    }

    /**
     * The nth time an operator owned a session is the nth chat in which they had it. An ownership that was taken back,
     * since the operator's desk had given up waiting for the answer to its accept, has none.
     */
    private Map<Ownership, OperatorClient.Chat> chats() {
        Map<Ownership, OperatorClient.Chat> chats = new LinkedHashMap<>();
        Map<String, Integer> turns = new HashMap<>();
        home.journal.history(StateKey.Kind.SESSION, SessionRecord.class).forEach((id, records) -> {
            Set<Long> takenBack = records.stream()
                    .filter(record -> record instanceof SessionRecord.OwnerLost)
                    .map(record -> ((SessionRecord.OwnerLost) record).epoch())
                    .collect(Collectors.toSet());
            for (SessionRecord record : records) {
                if (record instanceof SessionRecord.OwnerChanged changed && !takenBack.contains(changed.epoch())) {
                    SessionId session = new SessionId(id);
                    int turn = turns.merge(id + changed.operator(), 1, Integer::sum);
                    List<OperatorClient.Chat> had = operator(changed.operator()).chats().get(session).stream()
                            .filter(OperatorClient.Chat::has)
                            .toList();
                    assertThat(had)
                            .as("%s knows that they own it", changed.operator())
                            .hasSizeGreaterThanOrEqualTo(turn);
                    chats.put(new Ownership(session, changed.operator(), changed.epoch()), had.get(turn - 1));
                }
            }
        });
        return chats;
    }

    private OperatorClient operator(Address handle) {
        return operators.stream()
                .filter(operator -> operator.operator().equals(handle))
                .findFirst()
                .orElseThrow();
    }

    /** An operator sees the lines of the session from the first on, once each, without gaps; an owner all of them. */
    private static void operatorSees(Session session, Ownership ownership, OperatorClient.Chat chat) {
        List<String> all = new ArrayList<>();
        for (Line line : session.transcript().lines()) {
            if (line.speaker() == Speaker.PATRON) {
                all.add(line.body());
            } else if (line.speaker() == Speaker.DESK) {
                all.add("OPERATOR_LINE_OF_DESK[" + line.body() + "]");
            } else if (line.speaker() == Speaker.ASIDE) {
                all.add("OPERATOR_LINE_ASIDE[" + line.body() + "]");
            } else if (line.epoch() != ownership.epoch()) {
                all.add("OPERATOR_LINE_OF_OPERATOR[" + line.body() + "]");
            }
        }
        boolean owns = session.owner() != null && session.owner().epoch() == ownership.epoch();
        List<String> expected = owns ? all : all.subList(0, Math.min(all.size(), chat.lines.size()));
        assertThat(chat.lines).as("%s sees", ownership).isEqualTo(expected);
    }

    /**
     * What an operator said came to the patron, or to the other operators, in order, or they were told that it did not: one
     * of the two. A confirmation may come before the offer of the time that it is of, so all their times count as one.
     */
    private void operatorIsHeard(Session session, OperatorClient operator, List<OperatorClient.Chat> theirs) {
        Set<Long> epochs = epochs(session.id(), operator.operator());
        List<String> kept = theirs.stream().flatMap(chat -> chat.kept.stream()).toList();
        List<String> givenUp =
                theirs.stream().flatMap(chat -> chat.givenUp.stream()).toList();
        List<String> delivered = session.transcript().lines().stream()
                .filter(line -> line.number() > 0 && epochs.contains(line.epoch()))
                .map(Line::body)
                .filter(body -> kept.contains(body) || !givenUp.contains(body))
                .toList();
        List<String> notDelivered = theirs.stream()
                .flatMap(chat -> chat.notes.stream())
                .filter(note -> note.startsWith("OPERATOR_NOT_DELIVERED["))
                .map(note -> note.substring("OPERATOR_NOT_DELIVERED[".length(), note.length() - 1))
                .toList();
        List<String> said = new ArrayList<>(kept);
        said.removeAll(notDelivered);
        assertThat(delivered)
                .as("%s said in %s, less %s", operator.operator(), session.id(), notDelivered)
                .isEqualTo(said);
        assertThat(notDelivered).allMatch(word -> kept.contains(word) || givenUp.contains(word));
    }

    /** The epochs in which somebody owned a session or was beside its owner. */
    private Set<Long> epochs(SessionId session, Address operator) {
        Set<Long> epochs = new HashSet<>();
        for (SessionRecord record : home.journal
                .history(StateKey.Kind.SESSION, SessionRecord.class)
                .getOrDefault(session.value(), List.of())) {
            if (record instanceof SessionRecord.OwnerChanged changed
                    && changed.operator().equals(operator)) {
                epochs.add(changed.epoch());
            } else if (record instanceof SessionRecord.Joined joined
                    && joined.operator().equals(operator)) {
                epochs.add(joined.epoch());
            }
        }
        return epochs;
    }

    private void everySessionHasOneOwnerWhoKnows(Map<SessionId, Session> sessions) {
        List<Ownership> engaged = new ArrayList<>();
        operators.stream()
                .map(OperatorClient::library)
                .distinct()
                .forEach(library -> library.journal
                        .live(StateKey.Kind.ENGAGEMENT, EngagementRecord.class)
                        .values()
                        .forEach(records -> {
                            Engagement engagement = MemoryJournal.fold(Library.ENGAGEMENTS, records);
                            if (engagement.phase() == Phase.ENGAGED) {
                                assertThat(engagement.pending())
                                        .as("everything said has come back")
                                        .isEmpty();
                                engaged.add(
                                        new Ownership(engagement.session(), engagement.operator(), engagement.epoch()));
                            }
                        }));
        List<Ownership> owned = new ArrayList<>();
        sessions.forEach((id, session) -> {
            session.operators().forEach(one -> owned.add(new Ownership(id, one.operator(), one.epoch())));
        });
        assertThat(engaged).containsExactlyInAnyOrderElementsOf(owned);
    }

    private void closedSessionsAreSettled(Map<SessionId, Session> sessions) {
        var live = home.journal.live(StateKey.Kind.SESSION, SessionRecord.class);
        sessions.forEach((id, session) -> assertThat(live.containsKey(id.value()))
                .as("a closed session lives no more")
                .isEqualTo(!session.closed()));
    }
}
