package org.crossdesk.edge.command.desk;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.session.Session;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;

/** Takes a question that waits to be answered later. Session Transfer, section "Following Up". */
final class FollowUpCommand implements AdHocCommand {
    private static final String QUESTION = "question";

    /** How many are shown at a time, the longest waiting first. */
    private static final int SHOWN_MAX = 50;

    private static final int LABEL_MAX_CHARS = 80;
    private static final int PATIENCE_SECONDS = 2;
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

    private final DeskControl desk;

    FollowUpCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "follow-ups";
    }

    @Override
    public String name(@Nullable String language) {
        return "Answer a follow-up";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.operator(StanzaBridge.address(caller.from())).isPresent();
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        Map<String, String> waiting = waiting();
        return waiting == null || waiting.isEmpty()
                ? null
                : Forms.asking("Follow-ups", "Choose the question that you will answer; it is then offered to you.")
                        .choice(QUESTION, "Questions", waiting)
                        .build();
    }

    /** What waits, in words; null where the desk is too busy to say. */
    private @Nullable Map<String, String> waiting() {
        try {
            List<Session> sessions = desk.followUps().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<String, String> words = new LinkedHashMap<>();
            sessions.stream()
                    .limit(SHOWN_MAX)
                    .forEach(session -> words.put(session.id().value(), label(session)));
            return words;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    private static String label(Session session) {
        String since =
                SINCE.format(Objects.requireNonNull(session.followUp()).since().atOffset(ZoneOffset.UTC));
        String words = session.transcript().lines().stream()
                .filter(line -> line.speaker() == Speaker.PATRON)
                .map(line -> line.body().strip().replaceAll("\\s+", " "))
                .findFirst()
                .orElse("…");
        String shown = words.codePointCount(0, words.length()) <= LABEL_MAX_CHARS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LABEL_MAX_CHARS - 1)) + "…";
        return since + (session.language() == null ? "" : " (" + session.language() + ")") + ": " + shown;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        Address client = StanzaBridge.address(caller.from());
        Directory.Operator operator = desk.operator(client).orElse(null);
        if (operator == null) {
            return Outcome.refused(Condition.FORBIDDEN, "only operators answer follow-ups");
        }
        String session = values.text(QUESTION).orElse(null);
        if (session == null) {
            return waiting() == null
                    ? Outcome.refused(Condition.RESOURCE_CONSTRAINT, "the desk is too busy to say now; try again")
                    : Outcome.done("No question waits to be answered later.");
        }
        Asker asker = new Asker(client, StanzaBridge.address(caller.to()), node(), Asker.Form.MESSAGE);
        desk.takeFollowUp(operator, new SessionId(session), asker);
        return Outcome.done("It is offered to you now: answer there to take it.");
    }
}
