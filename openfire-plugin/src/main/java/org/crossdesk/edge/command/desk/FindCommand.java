package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.Finder;
import org.crossdesk.edge.xmpp.OperatorLine;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Find;
import org.crossdesk.protocol.competence.Needs;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Finds who knows something, at this library and those it works with. Competence Profiles, "Finding Across Libraries". */
final class FindCommand implements AdHocCommand {
    /** A little more than the search takes at most. */
    private static final int BEYOND_SECONDS = 2;

    /** Rows of the answer. */
    private static final int SHOWN_MAX = 50;

    private static final Map<String, String> COLUMNS = columns();

    private final DeskControl desk;

    FindCommand(DeskControl desk) {
        this.desk = desk;
    }

    private static Map<String, String> columns() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("operator", "Operator");
        labels.put("duty", "On duty");
        labels.put("sessions", "Sessions");
        labels.put("knows", "Knows");
        return labels;
    }

    @Override
    public String node() {
        return "find";
    }

    @Override
    public String name(@Nullable String language) {
        return "Find who knows something";
    }

    @Override
    public boolean allows(Caller caller) {
        Address account = StanzaBridge.address(caller.from());
        return desk.coordinator(account) || desk.operator(account).isPresent();
    }

    @Override
    public DataForm form(Caller caller) {
        return Forms.asking("Find", "Any of the languages, and all of the subjects.")
                .field("language", "Languages, one a line: fi", FormField.Type.text_multi, List.of())
                .field("subject", "Subjects, one a line, by any name: law", FormField.Type.text_multi, List.of())
                .field("on-duty", "Only who is on duty", FormField.Type.boolean_type, List.of("false"))
                .build();
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        try {
            Needs needs = OperatorLine.needs(
                    values.all("language"),
                    values.all("subject").stream().map(desk.schemes().reader()).toList());
            return shown(desk.finder()
                    .find(new Find(needs, values.flag("on-duty")))
                    .get(desk.finder().patience().toSeconds() + BEYOND_SECONDS, TimeUnit.SECONDS));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy();
        } catch (ExecutionException | TimeoutException e) {
            return busy();
        }
    }

    private static Outcome busy() {
        return Outcome.refused(Condition.RESOURCE_CONSTRAINT, "the desk is too busy to look now; try again");
    }

    private static Outcome shown(Finder.Result result) {
        DataForm form = Forms.showing("Found").build();
        COLUMNS.forEach((column, label) -> form.addReportedField(column, label, FormField.Type.text_single));
        List<String> notes = new ArrayList<>();
        result.people().stream().limit(SHOWN_MAX).forEach(one -> {
            Map<String, Object> row = row(one);
            form.addItemFields(row);
            notes.add(
                    String.join(", ", row.values().stream().map(String::valueOf).toList()));
        });
        if (result.people().isEmpty()) {
            notes.add("Nobody is found.");
        } else if (result.people().size() > SHOWN_MAX) {
            notes.add("And " + (result.people().size() - SHOWN_MAX) + " more: ask for more to find fewer.");
        }
        if (!result.silent().isEmpty()) {
            notes.add("No answer from: " + String.join(", ", result.silent()));
        }
        if (!result.unwilling().isEmpty()) {
            notes.add("They show nobody: " + String.join(", ", result.unwilling()));
        }
        return new Outcome.Done(notes, form);
    }

    private static Map<String, Object> row(Finder.Somebody one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("operator", one.operator().toString());
        row.put("duty", one.duty());
        row.put("sessions", one.sessions());
        row.put("knows", one.knows());
        return row;
    }
}
