package org.crossdesk.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.routing.OpenQuestion;
import org.crossdesk.domain.routing.RingEvent;
import org.crossdesk.domain.routing.RingMachine;
import org.crossdesk.domain.routing.RoomTalk;
import org.crossdesk.domain.routing.Supervising;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/** What happens in the staff rooms of our services: who comes and goes, and what they ask for there. */
public final class Staff {
    /** Who comes on duty hears of so many questions that wait. */
    private static final int WAITING_TOLD_MAX = 20;

    private final Loop loop;
    private final Rosters rosters;
    private final Questions questions;
    private final RingMachine machine;

    Staff(Loop loop, Rosters rosters, Questions questions, RingMachine machine) {
        this.loop = loop;
        this.rosters = rosters;
        this.questions = questions;
        this.machine = machine;
    }

    /** Somebody's duty changed at one of our services. */
    public void roster(Address service, UnaryOperator<DutyRoster> change) {
        submit(
                service,
                turn -> {
                    DutyRoster before = rosters.of(service);
                    if (rosters.change(service, change)) {
                        ringAll(service, turn);
                        rosters.of(service).byNick().keySet().stream()
                                .filter(nick -> before.at(nick) == null)
                                .forEach(nick -> tellWhatWaits(service, nick, turn));
                    }
                },
                // The change stands, but the questions of the turn were taken back.
                () -> submit(service, turn -> ringAll(service, turn), () -> {}));
    }

    /** The desk at this domain does not answer, or does again: its people can't be rung meanwhile. */
    public void silent(String desk, boolean nowSilent) {
        loop.submit(
                "desk " + desk,
                turn -> rosters.silent(desk, nowSilent).forEach(service -> ringAll(service, turn)),
                () -> {});
    }

    private void submit(Address service, Consumer<Turn> action, Runnable failed) {
        loop.submit("roster " + service, action, failed);
    }

    private void ringAll(Address service, Turn turn) {
        DutyRoster now = rosters.of(service);
        questions.at(service).forEach(id -> questions.happen(id, new RingEvent.RosterChanged(now), turn));
    }

    private void tellWhatWaits(Address service, String nick, Turn turn) {
        questions.at(service).stream()
                .limit(WAITING_TOLD_MAX)
                .map(questions::get)
                .forEach(question -> {
                    if (question != null) {
                        machine.tell(question, nick).forEach(turn::cause);
                    }
                });
    }

    /** An occupant wants the question of this number. */
    public void claims(Address service, String nick, int number) {
        saysInRoom(service, turn -> {
            String id = named(service, number);
            if (id == null) {
                turn.cause(talk().whisper(service, nick, Phrase.ROOM_NOT_WAITING, Integer.toString(number)));
            } else {
                questions.happen(id, new RingEvent.Claimed(nick, rosters.of(service)), turn);
            }
        });
    }

    /** An occupant asks who is on duty. */
    public void asksWho(Address service, String nick) {
        saysInRoom(
                service,
                turn -> turn.cause(talk().who(service, nick, rosters.of(service).operators())));
    }

    /** An occupant asks what can be asked. */
    public void asksHelp(Address service, String nick) {
        saysInRoom(service, turn -> turn.cause(talk().whisper(service, nick, Phrase.ROOM_HELP)));
    }

    /** The questions that wait at these services, those of each in the order they came. */
    public CompletableFuture<List<OpenQuestion>> waiting(Collection<Address> services) {
        return ask(turn -> services.stream()
                .flatMap(service -> questions.at(service).stream())
                .map(questions::get)
                .filter(Objects::nonNull)
                .filter(question -> question.number() > 0)
                .toList());
    }

    /** A coordinator assigns a question to whoever has this nick: what is against it, or nothing. */
    public CompletableFuture<Optional<Refusal>> assign(Address service, int number, String nick) {
        return supervise(
                service,
                number,
                roster -> new RingEvent.Assigned(nick, roster),
                (question, roster) -> Supervising.cannotAssign(question, nick, roster));
    }

    /** A coordinator sends a question up to the parent of its service: what is against it, or nothing. */
    public CompletableFuture<Optional<Refusal>> pullUp(Address service, int number, @Nullable Address parent) {
        return supervise(
                service,
                number,
                roster -> new RingEvent.PulledUp(parent, roster),
                (question, roster) -> Supervising.cannotPullUp(question, parent));
    }

    private CompletableFuture<Optional<Refusal>> supervise(
            Address service,
            int number,
            Function<DutyRoster, RingEvent> event,
            BiFunction<OpenQuestion, DutyRoster, @Nullable Refusal> against) {
        return ask(turn -> {
            DutyRoster roster = rosters.of(service);
            String id = named(service, number);
            OpenQuestion question = id == null ? null : questions.get(id);
            if (id == null || question == null) {
                return Optional.of(new Refusal(
                        Condition.ITEM_NOT_FOUND, "question " + number + " does not wait at " + service + " any more"));
            }
            Refusal refusal = against.apply(question, roster);
            if (refusal == null) {
                questions.happen(id, event.apply(roster), turn);
            }
            return Optional.ofNullable(refusal);
        });
    }

    private @Nullable String named(Address service, int number) {
        return questions.all().entrySet().stream()
                .filter(one -> one.getValue().service().equals(service)
                        && one.getValue().number() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private <T> CompletableFuture<T> ask(Function<Turn, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable failed = () -> answer.completeExceptionally(new IllegalStateException("the desk is too busy"));
        if (!loop.submit("supervision", turn -> answer.complete(question.apply(turn)), failed)) {
            failed.run();
        }
        return answer;
    }

    private RoomTalk talk() {
        return machine.talk();
    }

    /** Dropped where there is too much to do. */
    private void saysInRoom(Address service, Consumer<Turn> action) {
        loop.submit("room " + service, action, () -> {});
    }
}
