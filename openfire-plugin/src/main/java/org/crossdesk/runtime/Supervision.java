package org.crossdesk.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.routing.OpenQuestion;
import org.crossdesk.domain.routing.RingEvent;
import org.crossdesk.domain.routing.Supervising;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Attend;
import org.jspecify.annotations.Nullable;

/**
 * What coordinators see and do: ours, of what waits at our services; and others', of our sessions that run by theirs. Ask
 * Services, sections "Supervision" and "Running Sessions".
 */
public final class Supervision {
    private final Loop loop;
    private final Rosters rosters;
    private final Questions questions;
    private final Sessions sessions;
    private final SessionMachine machine;

    Supervision(Loop loop, Rosters rosters, Questions questions, Sessions sessions, SessionMachine machine) {
        this.loop = loop;
        this.rosters = rosters;
        this.questions = questions;
        this.sessions = sessions;
        this.machine = machine;
    }

    /** A service asks which of our sessions run by it. */
    public CompletableFuture<Boolean> running(Asker asker) {
        return ask(turn -> {
            turn.cause(new Effect.Answer(asker, machine.running(sessions.all().values(), asker.from())));
            return true;
        });
    }

    /** The coordinator of a service wants to come beside the owner of a session of ours. */
    public CompletableFuture<Boolean> attended(Asker asker, Attend attend) {
        return ask(turn -> {
            if (!sessions.happen(attend.session().value(), new SessionEvent.Attended(asker, attend), turn)) {
                turn.refuse(asker, Condition.ITEM_NOT_FOUND, "no session of this id runs by " + asker.from());
            }
            return true;
        });
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
            String id = questions.numbered(service, number);
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

    private <T> CompletableFuture<T> ask(Function<Turn, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable failed = () -> answer.completeExceptionally(new IllegalStateException("the desk is too busy"));
        if (!loop.submit("supervision", turn -> answer.complete(question.apply(turn)), failed)) {
            failed.run();
        }
        return answer;
    }
}
