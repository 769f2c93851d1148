package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.protocol.Address;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** What a desk shows of itself. */
final class Reports {
    /** How long the desk may take to answer. */
    static final int PATIENCE_SECONDS = 2;

    private static final Map<String, String> COLUMNS = columns();

    private static final Map<String, String> SERVICE_COLUMNS = serviceColumns();

    private Reports() {}

    private static Map<String, String> serviceColumns() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("service", "Service");
        labels.put("title", "Title");
        labels.put("staff", "Staffed by");
        labels.put("open", "Open");
        labels.put("parent", "Rolls up to");
        return labels;
    }

    private static Map<String, String> columns() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("service", "Service");
        labels.put("nick", "Name in the room");
        labels.put("operator", "Operator");
        labels.put("load", "Sessions");
        labels.put("capacity", "At most");
        labels.put("library", "Library");
        labels.put("away", "Pauses");
        labels.put("languages", "Languages");
        labels.put("subjects", "Subjects");
        return labels;
    }

    private static String inWords(List<OnDuty> operators) {
        return operators.isEmpty()
                ? "nobody is on duty"
                : operators.stream()
                        .map(one -> one.nick() + " (" + one.stamp().load() + " of "
                                + one.stamp().capacity() + " sessions)")
                        .collect(Collectors.joining(", "));
    }

    /** What the ledger counts: who asked, who answered for whom, how it ended. */
    static Outcome.Done counts(DeskControl desk) throws InterruptedException, ExecutionException, TimeoutException {
        Counts counts = desk.counts().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Forms form = Forms.showing("Counts");
        new TreeMap<>(counts.byName())
                .forEach((name, count) ->
                        form.field(name, name, FormField.Type.text_single, List.of(Long.toString(count))));
        return new Outcome.Done(List.of(), form.build());
    }

    /** Who is on duty at the services of this desk, with how much they have to do: in a table, and for clients that
     * show no tables in words. */
    static Outcome.Done onDuty(DeskControl desk) throws InterruptedException, ExecutionException, TimeoutException {
        DataForm form = Forms.showing("On duty").build();
        COLUMNS.forEach((column, label) -> form.addReportedField(column, label, FormField.Type.text_single));
        List<String> notes = new ArrayList<>();
        for (Service service : open(desk)) {
            List<OnDuty> operators = List.copyOf(desk.roster(service.address())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .operators());
            operators.forEach(one -> form.addItemFields(row(service, one)));
            notes.add(service.address() + ": " + inWords(operators));
        }
        return new Outcome.Done(notes, form);
    }

    /** The services that are not given up. */
    static List<Service> open(DeskControl desk) {
        return desk.services().stream()
                .filter(service -> !service.plan().closed())
                .sorted(Comparator.comparing(service -> service.address().toString()))
                .toList();
    }

    /** The services of this desk: what they are called, who staffs them, and whether they are open now. */
    static Outcome.Done services(DeskControl desk) {
        DataForm form = Forms.showing("Services").build();
        SERVICE_COLUMNS.forEach((column, label) -> form.addReportedField(column, label, FormField.Type.text_single));
        List<String> notes = new ArrayList<>();
        for (Service service : open(desk)) {
            Hours hours = service.plan().hours();
            Address parent = service.parent();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("service", service.address().toString());
            row.put("title", service.name(null));
            row.put("staff", ServiceForm.staff(service));
            row.put("open", hours == null ? "always" : ServicePreview.standing(desk.timetable(), hours, desk.now()));
            row.put("parent", parent == null ? "" : parent.toString());
            form.addItemFields(row);
            notes.add(service.address() + ": " + service.name(null) + "; " + row.get("staff") + "; " + row.get("open"));
        }
        return new Outcome.Done(notes, form);
    }

    /** Which libraries staff our services, and which services of theirs ours staffs. */
    static Outcome.Done staffing(DeskControl desk) {
        List<String> notes = new ArrayList<>();
        for (Service service : open(desk)) {
            List<String> libraries = desk.staffing(service);
            if (!libraries.isEmpty()) {
                notes.add(service.address() + " asks these libraries:");
                libraries.forEach(library -> notes.add("  " + library));
            }
        }
        if (!desk.consents().isEmpty()) {
            notes.add("Services of other libraries that ask this one:");
            desk.consents().stream()
                    .sorted(Comparator.comparing(consent -> consent.service().toString()))
                    .forEach(consent -> notes.add("  " + ConsentCommand.inWords(consent)));
        }
        return new Outcome.Done(
                notes.isEmpty() ? List.of("No service asks another library, and none has asked this one.") : notes,
                null);
    }

    /** In the order of the columns: some clients go by that. */
    private static Map<String, Object> row(Service service, OnDuty one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service", service.address().toString());
        row.put("nick", one.nick());
        row.put("operator", one.operator().toString());
        row.put("load", Integer.toString(one.stamp().load()));
        row.put("capacity", Integer.toString(one.stamp().capacity()));
        row.put("library", LibraryDomain.of(one.operator()));
        row.put("away", one.stamp().away() ? "1" : "0");
        row.put("languages", String.join(", ", ProfileLines.languages(one.profile())));
        row.put("subjects", String.join(", ", ProfileLines.subjects(one.profile())));
        return row;
    }
}
