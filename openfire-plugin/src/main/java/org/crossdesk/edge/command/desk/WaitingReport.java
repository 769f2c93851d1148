package org.crossdesk.edge.command.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.competence.NeedsInWords;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.routing.OpenQuestion;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.protocol.ask.Call;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** What waits at the services of a desk, as their coordinator sees it: as much as the staff rooms' cards say. */
final class WaitingReport {
    private static final Map<String, String> COLUMNS = columns();

    private WaitingReport() {}

    private static Map<String, String> columns() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("question", "Question");
        labels.put("from", "From");
        labels.put("seconds", "Waits for seconds");
        labels.put("needs", "Needs");
        labels.put("summary", "What it is about");
        labels.put("ringing", "Rings at");
        return labels;
    }

    /** The questions that wait, in the order of the services' addresses, and of each those that came first. */
    static List<OpenQuestion> waiting(DeskControl desk)
            throws InterruptedException, ExecutionException, TimeoutException {
        return desk.supervision()
                .waiting(Reports.open(desk).stream().map(Service::address).toList())
                .get(Reports.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** How a question is called: by its service and its number in the staff room. */
    static String name(OpenQuestion question) {
        return question.service().local() + " " + question.number();
    }

    /** A question in one line. */
    static String inWords(OpenQuestion question, Instant now) {
        Call call = question.question().call();
        String needs = NeedsInWords.asTyped(call.needs());
        return name(question) + ": " + seconds(question, now) + " s, from " + LibraryDomain.of(call.home())
                + (needs.isEmpty() ? "" : ", " + needs) + ": " + call.summary();
    }

    /** What waits: in a table, and for clients that show no tables in words. */
    static Outcome.Done of(DeskControl desk) throws InterruptedException, ExecutionException, TimeoutException {
        DataForm form = Forms.showing("Questions that wait").build();
        COLUMNS.forEach((column, label) -> form.addReportedField(column, label, FormField.Type.text_single));
        List<String> notes = new ArrayList<>();
        List<OpenQuestion> waiting = waiting(desk);
        for (Service service : Reports.open(desk)) {
            List<OpenQuestion> here = waiting.stream()
                    .filter(question -> question.service().equals(service.address()))
                    .toList();
            DutyRoster roster = desk.roster(service.address()).get(Reports.PATIENCE_SECONDS, TimeUnit.SECONDS);
            notes.add(service.address() + ": " + (here.isEmpty() ? "no" : here.size())
                    + (here.size() == 1 ? " question waits; " : " questions wait; ") + people(roster));
            here.forEach(question -> {
                String ringing = ringing(question, roster);
                form.addItemFields(row(question, ringing, desk.now()));
                notes.add("  " + inWords(question, desk.now())
                        + (ringing.isEmpty() ? "" : " (rings at " + ringing + ")"));
            });
        }
        return new Outcome.Done(notes, form);
    }

    private static String people(DutyRoster roster) {
        long free = roster.operators().stream().filter(OnDuty::free).count();
        return roster.operators().size() + " on duty, " + free + " of them free";
    }

    private static long seconds(OpenQuestion question, Instant now) {
        return Math.max(0, Duration.between(question.since(), now).toSeconds());
    }

    private static String ringing(OpenQuestion question, DutyRoster roster) {
        return roster.operators().stream()
                .filter(one -> question.ringing().contains(one.operator()))
                .map(OnDuty::nick)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> row(OpenQuestion question, String ringing, Instant now) {
        Call call = question.question().call();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("question", name(question));
        row.put("from", LibraryDomain.of(call.home()));
        row.put("seconds", Long.toString(seconds(question, now)));
        row.put("needs", NeedsInWords.asTyped(call.needs()));
        row.put("summary", call.summary());
        row.put("ringing", ringing);
        return row;
    }
}
