package org.crossdesk.edge.command.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.routing.OpenQuestion;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;

/** A coordinator does something about a question that waits at a service. Ask Services, section "Supervision". */
final class SupervisionCommand implements AdHocCommand {
    private static final String QUESTION = "question";
    private static final String OPERATOR = "operator";

    /** So many questions, and so many operators, are shown to choose from. */
    private static final int SHOWN_MAX = 100;

    /** What is done; completed with what is against it, or with nothing. */
    @FunctionalInterface
    private interface Deed {
        CompletableFuture<Optional<Refusal>> about(Service service, int number, String nick);
    }

    private final DeskControl desk;
    private final String node;
    private final String name;
    private final boolean choosesOperator;
    private final String done;
    private final Deed deed;

    private SupervisionCommand(
            DeskControl desk, String node, String name, boolean choosesOperator, String done, Deed deed) {
        this.desk = desk;
        this.node = node;
        this.name = name;
        this.choosesOperator = choosesOperator;
        this.done = done;
        this.deed = deed;
    }

    /** Has one operator rung, and nobody else before they have passed the question. */
    static SupervisionCommand assign(DeskControl desk) {
        return new SupervisionCommand(
                desk,
                "assign-question",
                "Assign a question that waits",
                true,
                " is assigned; if they let it pass, it rings on as before.",
                (service, number, nick) -> desk.supervision().assign(service.address(), number, nick));
    }

    /** Sends a question to the parent service at once. */
    static SupervisionCommand pullUp(DeskControl desk) {
        return new SupervisionCommand(
                desk,
                "pull-up-question",
                "Send a question up that waits",
                false,
                " is sent up; if its home desk has no step left for it, it waits on here.",
                (service, number, nick) -> desk.supervision().pullUp(service.address(), number, service.parent()));
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public String name(@Nullable String language) {
        return name;
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        try {
            List<OpenQuestion> waiting = WaitingReport.waiting(desk);
            if (waiting.isEmpty()) {
                return null;
            }
            Map<String, String> questions = new LinkedHashMap<>();
            waiting.stream()
                    .limit(SHOWN_MAX)
                    .forEach(question ->
                            questions.put(WaitingReport.name(question), WaitingReport.inWords(question, desk.now())));
            Forms form = Forms.asking(name, "Choose a question that waits.").choice(QUESTION, "Question", questions);
            return (choosesOperator ? form.choice(OPERATOR, "Operator on duty", operators()) : form).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    private Map<String, String> operators() throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, String> operators = new LinkedHashMap<>();
        for (Service service : Reports.open(desk)) {
            for (OnDuty one : desk.roster(service.address())
                    .get(Reports.PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .operators()) {
                if (operators.size() < SHOWN_MAX) {
                    operators.merge(
                            one.nick(),
                            one.nick() + " (" + one.stamp().load() + " of "
                                    + one.stamp().capacity() + " sessions) at "
                                    + service.address().local(),
                            (before, more) -> before + ", " + service.address().local());
                }
            }
        }
        return operators;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        String question = values.text(QUESTION).orElse(null);
        try {
            if (question == null) {
                return WaitingReport.waiting(desk).isEmpty()
                        ? Outcome.refused(
                                Condition.ITEM_NOT_FOUND, "no question waits at the services of " + desk.deskDomain())
                        : Outcome.refused(Condition.BAD_REQUEST, "choose a question that waits");
            }
            int space = question.lastIndexOf(' ');
            String local = question.substring(0, Math.max(space, 0));
            Service service = Reports.open(desk).stream()
                    .filter(one -> local.equals(one.address().local()))
                    .findFirst()
                    .orElse(null);
            if (service == null) {
                return Outcome.refused(Condition.ITEM_NOT_FOUND, "the service " + local + " has been closed");
            }
            Optional<Refusal> refusal = deed.about(
                            service,
                            Integer.parseInt(question.substring(space + 1)),
                            values.text(OPERATOR).orElse(""))
                    .get(Reports.PATIENCE_SECONDS, TimeUnit.SECONDS);
            return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> Outcome.done(question + done));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ReportCommand.busy();
        } catch (ExecutionException | TimeoutException e) {
            return ReportCommand.busy();
        }
    }
}
