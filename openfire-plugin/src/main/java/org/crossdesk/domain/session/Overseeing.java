package org.crossdesk.domain.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Attend;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.RunningSession;
import org.crossdesk.protocol.ask.RunningSessions;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a home desk shows of its sessions to the service that they run by, and how that service's coordinator comes beside an
 * owner. Ask Services, section "Running Sessions".
 */
final class Overseeing {
    private final SessionPolicy policy;
    private final Calling calling;

    Overseeing(SessionPolicy policy, Calling calling) {
        this.policy = policy;
        this.calling = calling;
    }

    /** Those of the sessions that run by this service, as much as the policy shows. */
    RunningSessions of(Collection<Session> sessions, Address service) {
        List<Session> running =
                sessions.stream().filter(session -> runsBy(session, service)).toList();
        List<RunningSession> shown = running.stream()
                .filter(session -> sees(Oversight.SUMMARIES, service, session))
                .flatMap(session -> Stream.ofNullable(shown(session)))
                .sorted(Comparator.comparing(RunningSession::since))
                .limit(Bounds.RUNNING_MAX)
                .toList();
        return new RunningSessions(running.size(), shown);
    }

    private static @Nullable RunningSession shown(Session session) {
        Owner owner = session.owner();
        Transcript transcript = session.transcript();
        return owner == null
                ? null
                : new RunningSession(
                        session.id(),
                        transcript.lines().get(0).at(),
                        transcript.size(),
                        owner.operator(),
                        Calling.summary(session));
    }

    /** A library hides nothing from its own coordinators. */
    private boolean sees(Oversight what, Address service, Session session) {
        return policy.oversight().compareTo(what) >= 0
                || session.home().domain().equals(service.domain());
    }

    private static boolean runsBy(Session session, Address service) {
        Owner owner = session.owner();
        return owner != null && service.equals(owner.via()) && !session.closed() && session.followUp() == null;
    }

    /** A coordinator wants to come beside the owner. */
    void attended(Draft<Session, SessionRecord> draft, Asker asker, Attend attend, Moment moment) {
        Session state = draft.state();
        Address service = asker.from();
        Address operator = new Address(null, service.domain(), attend.handle());
        if (!runsBy(state, service)) {
            Ownership.refuse(draft, asker, Condition.ITEM_NOT_FOUND, "no session of this id runs by " + service);
        } else if (!sees(Oversight.TRANSCRIPTS, service, state)) {
            String library = LibraryDomain.of(state.home());
            Ownership.refuse(
                    draft,
                    asker,
                    Condition.FORBIDDEN,
                    library + " lets no coordinators of other libraries into its sessions");
        } else if (state.operator(operator) != null) {
            Ownership.refuse(draft, asker, Condition.CONFLICT, "you are in this session already");
        } else if (state.call() != null) {
            Ownership.refuse(
                    draft, asker, Condition.CONFLICT, "its owner has somebody else called: try again in a minute");
        } else if (state.beside().size() >= SessionPolicy.BESIDE_MAX) {
            Ownership.refuse(
                    draft,
                    asker,
                    Condition.NOT_ACCEPTABLE,
                    "there are as many operators in this session as there can be");
        } else {
            draft.effect(new Effect.Answer(asker, null));
            OpenCall call = new OpenCall(
                    new QuestionId(moment.token()),
                    state.steps(),
                    0,
                    true,
                    Needs.NONE,
                    Calling.summary(state),
                    Role.CONSULTANT,
                    operator);
            calling.start(draft, call.of(service), moment);
        }
    }
}
