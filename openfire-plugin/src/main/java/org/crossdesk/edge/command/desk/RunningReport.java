package org.crossdesk.edge.command.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.Overseer;
import org.crossdesk.protocol.ask.RunningSession;
import org.crossdesk.protocol.ask.RunningSessions;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** What runs by the services of a desk, as much as the home libraries show to their coordinator. */
final class RunningReport {
    private static final Map<String, String> COLUMNS = columns();

    private RunningReport() {}

    private static Map<String, String> columns() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("session", "Session");
        labels.put("minutes", "Minutes");
        labels.put("lines", "Lines");
        labels.put("operator", "Operator");
        labels.put("summary", "What it is about");
        return labels;
    }

    /** What runs by each service that is not given up; all are asked at once. */
    static Map<Service, Overseer.Overview> running(DeskControl desk)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<Service, CompletableFuture<Overseer.Overview>> asked = new LinkedHashMap<>();
        Reports.open(desk).forEach(service -> asked.put(service, desk.overseer().running(service.address())));
        long patience = desk.finder().patience().toMillis() + TimeUnit.SECONDS.toMillis(Reports.PATIENCE_SECONDS);
        Map<Service, Overseer.Overview> answers = new LinkedHashMap<>();
        for (Map.Entry<Service, CompletableFuture<Overseer.Overview>> one : asked.entrySet()) {
            answers.put(one.getKey(), one.getValue().get(patience, TimeUnit.MILLISECONDS));
        }
        return answers;
    }

    /** How a session is called: by its service, its home library and its id. */
    static String name(Service service, String library, RunningSession session) {
        return service.address().local() + " " + library + " " + session.id().value();
    }

    /** A session in one line. */
    static String inWords(RunningSession session, Instant now) {
        return minutes(session, now) + " minutes, " + session.lines() + " lines, " + session.owner() + ": "
                + session.summary();
    }

    private static long minutes(RunningSession session, Instant now) {
        return Math.max(0, Duration.between(session.since(), now).toMinutes());
    }

    /** What runs: in a table, and for clients that show no tables in words. */
    static Outcome.Done of(DeskControl desk) throws InterruptedException, ExecutionException, TimeoutException {
        DataForm form = Forms.showing("Sessions that run").build();
        COLUMNS.forEach((column, label) -> form.addReportedField(column, label, FormField.Type.text_single));
        List<String> notes = new ArrayList<>();
        running(desk).forEach((service, overview) -> {
            int all = overview.byLibrary().values().stream()
                    .mapToInt(RunningSessions::count)
                    .sum();
            notes.add(service.address() + ": " + (all == 1 ? "1 session runs" : all + " sessions run"));
            overview.byLibrary().forEach((library, running) -> {
                if (running.count() > 0) {
                    notes.add("  " + library + ": " + running.count()
                            + (running.sessions().isEmpty() ? ", and it shows no more" : ""));
                }
                running.sessions().forEach(session -> {
                    form.addItemFields(row(name(service, library, session), session, desk.now()));
                    notes.add("    " + name(service, library, session) + ": " + inWords(session, desk.now()));
                });
            });
            if (!overview.silent().isEmpty()) {
                notes.add("  not known: " + String.join(", ", overview.silent()));
            }
        });
        return new Outcome.Done(notes, form);
    }

    private static Map<String, Object> row(String name, RunningSession session, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("session", name);
        row.put("minutes", Long.toString(minutes(session, now)));
        row.put("lines", Integer.toString(session.lines()));
        row.put("operator", session.owner().toString());
        row.put("summary", session.summary());
        return row;
    }
}
