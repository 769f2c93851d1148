package org.crossdesk.edge.command.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;

/** A coordinator comes beside the owner of a session, as a consultant. Ask Services, section "Running Sessions". */
final class AttendCommand implements AdHocCommand {
    private static final String SESSION = "session";

    /** So many sessions are shown to choose from. */
    private static final int SHOWN_MAX = 100;

    private final DeskControl desk;

    AttendCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "attend-session";
    }

    @Override
    public String name(@Nullable String language) {
        return "Join a session as a consultant";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        try {
            Map<String, String> sessions = new LinkedHashMap<>();
            RunningReport.running(desk)
                    .forEach((service, overview) -> overview.byLibrary()
                            .forEach((library, running) -> running.sessions().stream()
                                    .limit(SHOWN_MAX - (long) sessions.size())
                                    .forEach(session -> sessions.put(
                                            RunningReport.name(service, library, session),
                                            service.address().local() + ", " + library + ", "
                                                    + RunningReport.inWords(session, desk.now())))));
            return sessions.isEmpty()
                    ? null
                    : Forms.asking(
                                    name(caller.language()),
                                    "Choose a session. You are rung as a consultant: its patron sees nothing of you.")
                            .choice(SESSION, "Session", sessions)
                            .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        String[] chosen = values.text(SESSION).orElse("").split(" ");
        Directory.Operator operator =
                desk.operator(StanzaBridge.address(caller.from())).orElse(null);
        if (chosen.length != 3) {
            return Outcome.refused(
                    Condition.ITEM_NOT_FOUND,
                    "no session runs by the services of " + desk.deskDomain()
                            + " of which its home library shows more than that it runs");
        } else if (operator == null || !desk.onDuty(operator)) {
            return Outcome.refused(
                    Condition.NOT_ACCEPTABLE,
                    operator == null
                            ? "only an operator is rung: let your account be one, too"
                            : "only who is on duty is rung: go on duty for the service first");
        }
        Service service = Reports.open(desk).stream()
                .filter(one -> chosen[0].equals(one.address().local()))
                .findFirst()
                .orElse(null);
        if (service == null) {
            return Outcome.refused(Condition.ITEM_NOT_FOUND, "the service " + chosen[0] + " has been closed");
        }
        try {
            Optional<Refusal> refusal = desk.overseer()
                    .attend(service.address(), chosen[1], new SessionId(chosen[2]), operator.handle())
                    .get(desk.finder().patience().toMillis(), TimeUnit.MILLISECONDS);
            return refusal.<Outcome>map(Outcome.Refused::new)
                    .orElseGet(() -> Outcome.done("It is offered to you now: answer there to join."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ReportCommand.busy();
        } catch (ExecutionException e) {
            return ReportCommand.busy();
        } catch (TimeoutException e) {
            return Outcome.refused(Condition.REMOTE_SERVER_TIMEOUT, chosen[1] + " has not answered in time; try again");
        }
    }
}
