package org.crossdesk.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;

/** One desk alone, turn by turn, and everything it lets out. */
final class Bench {
    static final DeskLimits LIMITS = new DeskLimits(3, 5, 2, 100, 50, 1, 9);
    static final Directory.Operator LARS = new Directory.Operator("lars", "lars", Profile.EMPTY, 1);

    final MemoryJournal journal;
    final List<Effect> out = new ArrayList<>();
    final Map<StateKey, List<Alarm>> alarms = new HashMap<>();
    final List<Alarm> again = new ArrayList<>();
    final List<Runnable> later = new ArrayList<>();
    final Map<String, Integer> loads = new HashMap<>();
    final Desk desk;
    private final VirtualTime time = new VirtualTime();
    private long names = 5_000;
    private Consumer<Effect> breaks = effect -> {};

    Bench() throws JournalException {
        this(new MemoryJournal(), LIMITS);
    }

    Bench(MemoryJournal journal, DeskLimits limits) throws JournalException {
        this.journal = journal;
        this.desk = new Desk(
                new Desk.Machines(Library.SESSIONS, Library.ENGAGEMENTS, Library.OUTBOXES, Library.RINGS),
                limits,
                new Desk.Ports(
                        journal,
                        new Out(),
                        any -> new Timers(),
                        loads::put,
                        Sample.PHRASES,
                        time,
                        () -> Sample.token(names++)));
        desk.startStepwise();
    }

    /** The outlet throws at effects at which this throws. */
    void outletBreaks(Consumer<Effect> at) {
        breaks = at;
    }

    /** Turns until nothing waits; what it let out before is put away. */
    Bench turns() {
        out.clear();
        while (desk.turn()) {
            // One turn more.
        }
        return this;
    }

    void time(Duration passes) {
        time.pass(passes);
    }

    void patronSays(String who, String body, String id) {
        Address patron = Address.parse(who + "@uppsala.test/home");
        desk.patronSaid(new SessionEvent.PatronSaid(
                Sample.SERVICE,
                patron,
                body,
                new Asker(patron, Sample.UPPSALA_DESK, id, Asker.Form.MESSAGE),
                id,
                id,
                null));
    }

    /** Ask North rings Lars for the nth session of Tehran. */
    void offered(long n) {
        offered(n, n);
    }

    void offered(long session, long question) {
        desk.offered(
                Sample.asker(Sample.ASK_NORTH, Sample.LARS),
                new Offer(call(session, question), Sample.ASK_NORTH, 20),
                LARS,
                0);
    }

    static Call call(long session, long question) {
        return new Call(
                Sample.question(question),
                Sample.session(session),
                Address.parse("ask.tehran.test"),
                false,
                Needs.NONE,
                "a question",
                null,
                List.of(),
                null);
    }

    List<Condition> refused() {
        return of(Effect.Refuse.class).stream()
                .map(refuse -> refuse.refusal().condition())
                .toList();
    }

    List<String> told() {
        return of(Effect.Tell.class).stream().map(Effect.Tell::body).toList();
    }

    <P extends Payload> List<P> asked(Class<P> kind) {
        return of(Effect.Ask.class).stream()
                .map(Effect.Ask::payload)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <E extends Effect> List<E> of(Class<E> kind) {
        return out.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void let(Effect effect) {
        out.add(effect);
        breaks.accept(effect);
    }

    private final class Timers implements Alarms {
        @Override
        public void set(StateKey key, Alarm alarm, Duration delay) {
            alarms.computeIfAbsent(key, any -> new ArrayList<>()).add(alarm);
        }

        @Override
        public void again(StateKey key, Alarm alarm) {
            again.add(alarm);
        }

        @Override
        public void later(Runnable task) {
            later.add(task);
        }

        @Override
        public void clear(StateKey key) {
            alarms.remove(key);
        }
    }

    private final class Out implements Outlet {
        @Override
        public void send(Effect.Send send, StateKey origin) {
            let(send);
        }

        @Override
        public void ask(Effect.Ask ask, StateKey origin) {
            let(ask);
        }

        @Override
        public void answer(Effect.Answer answer) {
            let(answer);
        }

        @Override
        public void refuse(Effect.Refuse refuse) {
            let(refuse);
        }

        @Override
        public void tell(Effect.Tell tell) {
            let(tell);
        }

        @Override
        public void deliver(Effect.Deliver deliver) {
            let(deliver);
        }

        @Override
        public void sign(Effect.Sign sign) {
            let(sign);
        }

        @Override
        public void confirm(Effect.Confirm confirm) {
            let(confirm);
        }
    }
}
