package org.crossdesk.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.routing.OpenQuestion;
import org.crossdesk.domain.routing.PickUps;
import org.crossdesk.domain.routing.RingEvent;
import org.crossdesk.domain.routing.RingMachine;
import org.crossdesk.domain.routing.RingRecord;
import org.crossdesk.domain.routing.RoomVisit;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/** The questions that this desk's services look for an operator for. */
final class Questions extends Keeper<OpenQuestion, RingEvent, RingRecord> {
    /** For so many sessions it is remembered who has declined them. */
    private static final int DECLINED_SESSIONS_MAX = 1_000;

    /** So many cards are remembered. */
    private static final int CARDS_MAX = 5_000;

    private final Map<Address, Integer> sizes = new HashMap<>();
    private final Map<SessionId, List<Address>> declined = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, List<Address>> eldest) {
            return size() > DECLINED_SESSIONS_MAX;
        }
    };

    private final RingMachine machine;
    private final Map<Address, PickUps> pickUps = new HashMap<>();
    private final Map<Address, Integer> numbers = new HashMap<>();
    /** What a session's questions come to at a service: the home desk asks again in each of its rounds. */
    private final Map<String, RoomVisit> cards = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RoomVisit> eldest) {
            return size() > CARDS_MAX;
        }
    };

    Questions(RingMachine machine) {
        super(StateKey.Kind.QUESTION, machine);
        this.machine = machine;
    }

    /** A home desk asks one of our services. */
    void ask(Question question, Asker asker, Service service, DeskLimits limits, DutyRoster roster, Turn turn) {
        String id = question.call().question().value();
        int waiting = size(service.address());
        if (get(id) != null) {
            turn.refuse(asker, Condition.CONFLICT, "this question is already open here");
        } else if (!machine.groups(question, service).isEmpty()) {
            turn.cause(new Effect.Answer(
                    asker, Brokered.first(question.call().question(), machine.groups(question, service))));
        } else if (waiting >= limits.questionsPerServiceMax()) {
            turn.refuse(asker, Condition.RESOURCE_CONSTRAINT, "too many questions wait at this service");
        } else {
            PickUps lately = pickUps.get(service.address());
            Integer wait = lately == null ? null : lately.medianSeconds(turn.now());
            String card = card(service.address(), question);
            boolean seen = cards.containsKey(card);
            RoomVisit visit =
                    cards.computeIfAbsent(card, any -> RoomVisit.beginning(number(service.address()), turn.now()));
            if (!seen && question.only() == null) {
                turn.enter(RoomVisit.came(question, service.address(), turn.now()));
            }
            Ring asked = question.ring();
            Ring ring = asked == null ? service.plan().ring() : asked;
            var standing = new RingMachine.Standing(
                    ring == null ? limits.ringParallel() : ring.atATime(),
                    declined(question.call().session()),
                    new Queue(waiting + 1, wait),
                    visit.number(),
                    seen,
                    roster);
            begin(id, machine.ask(question, asker, service, standing, turn.moment()), turn);
        }
    }

    private int number(Address service) {
        return numbers.merge(service, 1, (last, one) -> last == Integer.MAX_VALUE ? 1 : last + one);
    }

    /** The question that is called by this number in the service's staff room. */
    @Nullable
    String numbered(Address service, int number) {
        return all().entrySet().stream()
                .filter(one -> one.getValue().service().equals(service)
                        && one.getValue().number() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The names of the questions that wait at this service, in the order they came. */
    List<String> at(Address service) {
        List<String> waiting = new ArrayList<>();
        all().forEach((id, question) -> {
            if (question.service().equals(service)) {
                waiting.add(id);
            }
        });
        return waiting;
    }

    private static String card(Address service, Question question) {
        return service + " " + question.call().session();
    }

    /** A home desk withdraws a question: what was taken tells how long others may have to wait. */
    void withdrawn(OpenQuestion question, Withdraw withdraw, Turn turn) {
        String card = card(question.service(), question.question());
        RoomVisit visit = cards.get(card);
        if (visit != null) {
            LedgerEntry entry = visit.outcome(question, withdraw.reason(), turn.now());
            if (entry != null) {
                turn.enter(entry);
            }
            cards.put(card, visit.after(withdraw.reason()));
        }
        if (withdraw.reason() == Withdraw.Reason.TAKEN) {
            pickUps.computeIfAbsent(question.service(), any -> new PickUps())
                    .taken(question.since(), turn.now(), question.takenBy());
        }
    }

    /** How many questions each desk's operators have taken at this service in the last hour. */
    Map<String, Integer> answeredLately(Address service, Instant now) {
        PickUps lately = pickUps.get(service);
        return lately == null ? Map.of() : lately.byDesk(now);
    }

    /** Who has declined this session before. */
    List<Address> declined(SessionId session) {
        return declined.getOrDefault(session, List.of());
    }

    /** How many questions wait at this service. */
    int size(Address service) {
        return sizes.getOrDefault(service, 0);
    }

    @Override
    Leaving leaving(OpenQuestion state) {
        return state.over() ? Leaving.FORGOTTEN : Leaving.STAYS;
    }

    @Override
    boolean begins(RingRecord record) {
        return false;
    }

    @Override
    RingRecord standing(OpenQuestion state) {
        throw new IllegalStateException("questions are not kept");
    }

    @Override
    long bytes(OpenQuestion state) {
        return 0;
    }

    @Override
    boolean kept(RingRecord record) {
        return false;
    }

    @Override
    void changed(String id, @Nullable OpenQuestion before, @Nullable OpenQuestion after) {
        if (before == null && after != null) {
            sizes.merge(after.service(), 1, Integer::sum);
        } else if (before != null && after == null) {
            sizes.merge(before.service(), -1, (now, less) -> now + less == 0 ? null : now + less);
        }
        if (after != null && !after.declined().isEmpty()) {
            declined.put(after.question().call().session(), after.declined());
        }
    }
}
