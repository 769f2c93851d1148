package org.crossdesk.edge.command.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.coverage.Coverage;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.Finder;
import org.crossdesk.protocol.competence.Find;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.WorkingHours.Day;
import org.xmpp.forms.DataForm;

/** Who of a service's operators is at work in which hour of the week, for each thing that they know. */
final class CoverageCommand extends OfServiceCommand {
    private static final int HOURS_OF_DAY = 24;
    private static final Map<String, String> COLUMNS = columns();

    CoverageCommand(DeskControl desk) {
        super(desk, "coverage", "Show which competences are covered when");
    }

    private static Map<String, String> columns() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("kind", "Kind");
        labels.put("what", "What they know");
        labels.put("needed", "Needed");
        labels.put("people", "Operators");
        labels.put("without-hours", "Without hours");
        labels.put("gaps", "Open hours without anybody");
        for (Day day : Day.values()) {
            labels.put(day.keyword(), "Operators by the hour, " + day.keyword());
        }
        return labels;
    }

    @Override
    public DataForm form(Caller caller) {
        return askingZone(askingService(
                caller,
                "Coverage",
                "Counts the operators whose library may staff the service and who know what it needs, by the"
                        + " working hours of their profiles, in this week."));
    }

    @Override
    Outcome of(Service service, ZoneId zone, FormValues values)
            throws InterruptedException, ExecutionException, TimeoutException {
        long patience = desk().finder().patience().toMillis() + TimeUnit.SECONDS.toMillis(Reports.PATIENCE_SECONDS);
        return done(
                service,
                zone,
                desk().finder().find(new Find(service.plan().needs(), false)).get(patience, TimeUnit.MILLISECONDS));
    }

    private Outcome done(Service service, ZoneId zone, Finder.Result found) {
        Instant now = desk().now();
        List<Profile> people = found.people().stream()
                .filter(one -> service.plan().staffing().admits(one.operator(), service.address()))
                .map(one -> one.seen().profile())
                .toList();
        List<Boolean> open =
                Coverage.open(at -> desk().timetable().isOpen(service.plan().hours(), at), zone, now);
        List<Coverage.Row> rows = Coverage.of(people, service.plan().needs(), desk().schemes(), zone, now);
        DataForm form = table("Coverage", COLUMNS);
        form.addItemFields(row(
                "open",
                "",
                "",
                "",
                "",
                "",
                open.stream().map(one -> one ? 1 : 0).toList()));
        rows.forEach(one -> form.addItemFields(row(
                one.kind().name().toLowerCase(Locale.ROOT),
                what(one.what()),
                one.needed() ? "1" : "0",
                Integer.toString(one.people()),
                Integer.toString(one.withoutHours()),
                Integer.toString(one.gaps(open)),
                one.hours())));
        List<String> notes = new ArrayList<>();
        notes.add(service.address() + ", in the hours of " + zone + ":");
        rows.stream().filter(Coverage.Row::needed).forEach(one -> notes.add("  " + inWords(one, open)));
        note("No answer from: ", found.silent(), notes);
        note("They show nobody: ", found.unwilling(), notes);
        return new Outcome.Done(notes, form);
    }

    private static void note(String what, List<String> libraries, List<String> notes) {
        if (!libraries.isEmpty()) {
            notes.add(what + String.join(", ", libraries));
        }
    }

    private static String inWords(Coverage.Row row, List<Boolean> open) {
        int gaps = row.gaps(open);
        return (row.kind() == Coverage.Kind.ALL ? "all that is needed" : what(row.what())) + ": " + row.people()
                + (row.people() == 1 ? " operator" : " operators")
                + (row.withoutHours() > 0 ? ", " + row.withoutHours() + " of them without working hours" : "")
                + "; "
                + (gaps == 0 ? "somebody at work in every open hour" : "nobody at work in " + gaps + " open hours");
    }

    private static String what(Needs needs) {
        return needs.isEmpty()
                ? ""
                : ProfileLines.inOneLine(new Profile(needs.languages(), needs.subjects(), needs.insights()));
    }

    /** In the order of the columns: some clients go by that. */
    private static Map<String, Object> row(
            String kind,
            String what,
            String needed,
            String people,
            String withoutHours,
            String gaps,
            List<Integer> hours) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind);
        row.put("what", what);
        row.put("needed", needed);
        row.put("people", people);
        row.put("without-hours", withoutHours);
        row.put("gaps", gaps);
        for (Day day : Day.values()) {
            int from = day.ordinal() * HOURS_OF_DAY;
            row.put(
                    day.keyword(),
                    hours.subList(from, from + HOURS_OF_DAY).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(" ")));
        }
        return row;
    }
}
