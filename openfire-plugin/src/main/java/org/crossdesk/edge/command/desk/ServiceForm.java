package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.service.Asking;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.HoursLines;
import org.crossdesk.domain.service.Recurrence;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.ServiceName;
import org.crossdesk.domain.service.ServicePlan;
import org.crossdesk.domain.service.Staffing;
import org.crossdesk.domain.service.StepLines;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** The form of a service. What is left empty stays as it is, and a dash takes away what there is. */
final class ServiceForm {
    static final String CHECK = "check";
    private static final String NOTHING = "-";

    private final String deskDomain;
    private final Function<String, Subject> subjects;
    private final Recurrence recurrence;

    ServiceForm(String deskDomain, Function<String, Subject> subjects, Recurrence recurrence) {
        this.deskDomain = deskDomain;
        this.subjects = subjects;
        this.recurrence = recurrence;
    }

    DataForm empty() {
        Forms form = Forms.asking(
                        "Service",
                        "A new name makes a service, a known one changes it. What is empty stays as it is; a dash takes"
                                + " away what there is.")
                .required("name", "Name, the part before @" + deskDomain, FormField.Type.text_single)
                .field(CHECK, "Only show what it would be", FormField.Type.boolean_type, List.of("false"));
        lines(form, "titles", "Titles, one a line: Ask North, or sv=Fråga Norden");
        lines(form, "descriptions", "What it is for, one a line: Law of the Nordic countries, or sv=...");
        lines(form, "welcome", "What patrons are told first, one a line: Welcome, or sv=...");
        lines(form, "away", "What they are told while it is closed, one a line");
        form.choice("asking", "Who may ask", FormField.Type.list_single, List.of("everyone", "members"), List.of());
        lines(form, "staff", "Whose operators: whoever-consents, or libraries, one a line: uppsala.test");
        lines(form, "needs-languages", "What operators must know: any of these languages, one a line: fi B2");
        lines(form, "needs-subjects", "All of these subjects, one a line: law:2");
        lines(form, "needs-insights", "All of these insights, one a line: region SE 2");
        line(form, "zone", "Time zone of its hours: Europe/Stockholm");
        lines(form, "hours", "Hours, one a line: mo-fr 09:00-17:00, or FREQ=MONTHLY;BYDAY=1SA 10:00-14:00");
        lines(form, "special-days", "Special days, one a line: 2026-12-24..2026-12-26 closed");
        lines(form, "languages", "Languages that all its operators share, one a line: sv");
        line(form, "parent", "Service that questions roll up to (a dash: none)");
        line(form, "own-seconds", "Seconds before they roll up");
        line(form, "parent-seconds", "Seconds for the parent");
        lines(
                form,
                "steps",
                "Or steps, one a line: ask-law@ask.north.test 20 for=law, own 30, ask-north@ask.north.test 40 languages");
        line(form, "ring", "How many operators ring at a time: one, all, or a number");
        line(form, "ring-seconds", "Seconds one operator rings");
        lines(form, "policy", "Policy page: what remote operators must know of this library");
        return form.build();
    }

    private static void line(Forms form, String name, String label) {
        form.field(name, label, FormField.Type.text_single, List.of());
    }

    private static void lines(Forms form, String name, String label) {
        form.field(name, label, FormField.Type.text_multi, List.of());
    }

    Address address(FormValues values) {
        return ServiceName.at(deskDomain, values.text("name").orElse(""));
    }

    /** The service as it becomes; an {@link IllegalArgumentException} says what can't be so. */
    Service changed(Service before, FormValues values) {
        ServicePlan plan = before.plan();
        return new Service(
                before.address(),
                titles(before.names(), values),
                kept(values, "languages", before.languages(), lines -> lines),
                seconds(values, "own-seconds", before.ownSeconds()),
                parent(before, values),
                seconds(values, "parent-seconds", before.parentSeconds()),
                seconds(values, "ring-seconds", before.ringSeconds()),
                policy(before, values),
                new ServicePlan(
                        texts(plan.descriptions(), values, "descriptions"),
                        texts(plan.welcomes(), values, "welcome"),
                        texts(plan.aways(), values, "away"),
                        values.text("asking")
                                .map(typed -> Asking.valueOf(typed.toUpperCase(Locale.ROOT)))
                                .orElse(plan.asking()),
                        staffing(plan.staffing(), values.all("staff")),
                        needs(plan.needs(), values),
                        hours(plan.hours(), values),
                        ring(plan.ring(), values.text("ring").orElse("")),
                        kept(
                                values,
                                "steps",
                                plan.steps(),
                                lines -> lines.stream()
                                        .map(line -> StepLines.read(line, before.address(), subjects))
                                        .toList()),
                        false));
    }

    private static @Nullable Ring ring(@Nullable Ring before, String typed) {
        return typed.isEmpty() ? before : typed.equals(NOTHING) ? null : Ring.parse(typed);
    }

    private static @Nullable String policy(Service before, FormValues values) {
        List<String> lines = values.all("policy");
        return lines.isEmpty() ? before.policy() : lines.equals(List.of(NOTHING)) ? null : String.join("\n", lines);
    }

    private static Map<String, String> titles(Map<String, String> before, FormValues values) {
        Map<String, String> titles = new LinkedHashMap<>(before);
        values.all("titles").forEach(line -> put(titles, line));
        return titles;
    }

    private static Map<String, String> texts(Map<String, String> before, FormValues values, String field) {
        List<String> lines = values.all(field);
        if (lines.equals(List.of(NOTHING))) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>(before);
        lines.forEach(line -> put(texts, line));
        return texts;
    }

    /** A tag and an equals sign before the text, or the text alone; a dash for the text takes it away. */
    private static void put(Map<String, String> texts, String line) {
        int equals = line.indexOf('=');
        String tag = equals < 0 ? "" : line.substring(0, equals).strip();
        String text = line.substring(equals + 1).strip();
        if (text.equals(NOTHING)) {
            texts.remove(tag);
        } else {
            texts.put(tag, text);
        }
    }

    private static Staffing staffing(Staffing before, List<String> typed) {
        if (typed.isEmpty()) {
            return before;
        }
        if (typed.size() == 1) {
            switch (typed.get(0)) {
                case "whoever-consents" -> {
                    return Staffing.WHOEVER_CONSENTS;
                }
                case NOTHING -> {
                    return new Staffing(Staffing.Kind.NAMED, List.of());
                }
                default -> {
                    // A library.
                }
            }
        }
        return new Staffing(
                Staffing.Kind.NAMED,
                typed.stream()
                        .map(library -> library.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }

    private Needs needs(Needs before, FormValues values) {
        Profile read = ProfileLines.read(
                without(values, "needs-languages"),
                without(values, "needs-subjects"),
                without(values, "needs-insights"),
                subjects);
        return new Needs(
                values.all("needs-languages").isEmpty() ? before.languages() : read.languages(),
                values.all("needs-subjects").isEmpty() ? before.subjects() : read.subjects(),
                values.all("needs-insights").isEmpty() ? before.insights() : read.insights());
    }

    private static List<String> without(FormValues values, String field) {
        return values.all(field).stream().filter(line -> !line.equals(NOTHING)).toList();
    }

    private @Nullable Hours hours(@Nullable Hours before, FormValues values) {
        List<String> openings = values.all("hours");
        if (openings.equals(List.of(NOTHING))) {
            return null;
        }
        String zone =
                values.text("zone").orElse(before == null ? "" : before.zone().getId());
        if (openings.isEmpty() && before == null) {
            if (!zone.isEmpty() || !values.all("special-days").isEmpty()) {
                throw new IllegalArgumentException("hours: say when it is open on ordinary days too, such as"
                        + " mo-fr 09:00-17:00, or daily 00:00-24:00");
            }
            return null;
        }
        if (zone.isEmpty()) {
            throw new IllegalArgumentException("hours: say in which time zone, such as Europe/Stockholm");
        }
        return HoursLines.read(
                zone,
                openings.isEmpty() && before != null ? HoursLines.openings(before) : openings,
                kept(
                        values,
                        "special-days",
                        before == null ? List.of() : HoursLines.special(before),
                        UnaryOperator.identity()),
                recurrence);
    }

    private static <T> List<T> kept(
            FormValues values, String field, List<T> before, Function<List<String>, List<T>> reader) {
        List<String> typed = values.all(field);
        return typed.isEmpty() ? before : typed.equals(List.of(NOTHING)) ? List.of() : reader.apply(typed);
    }

    private static @Nullable Address parent(Service before, FormValues values) {
        String typed = values.text("parent").orElse("");
        return typed.isEmpty() ? before.parent() : typed.equals(NOTHING) ? null : Address.parse(typed);
    }

    private static int seconds(FormValues values, String field, int before) {
        String typed = values.text(field).orElse("");
        if (typed.isEmpty()) {
            return before;
        }
        if (!typed.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("the field '" + field + "' takes a number of seconds");
        }
        return Integer.parseInt(typed);
    }

    /** Who staffs it, in words. */
    static String staff(Service service) {
        Staffing staffing = service.plan().staffing();
        return staffing.kind() == Staffing.Kind.NAMED ? String.join(", ", staffing.libraries()) : "whoever consents";
    }

    /** The service as the form would make it. */
    static List<String> lines(Service service) {
        ServicePlan plan = service.plan();
        List<String> lines = new ArrayList<>();
        service.names().forEach((tag, text) -> lines.add("title" + (tag.isEmpty() ? "" : " in " + tag) + ": " + text));
        plan.descriptions()
                .forEach((tag, text) -> lines.add("for" + (tag.isEmpty() ? "" : " in " + tag) + ": " + text));
        lines.add("who may ask: " + plan.asking().name().toLowerCase(Locale.ROOT));
        lines.add("staffed by: " + staff(service));
        lines.add("operators know: "
                + ProfileLines.inOneLine(new Profile(
                        plan.needs().languages(),
                        plan.needs().subjects(),
                        plan.needs().insights())));
        Hours hours = plan.hours();
        if (hours == null) {
            lines.add("open: always");
        } else {
            HoursLines.openings(hours).forEach(line -> lines.add("open: " + line + " " + hours.zone()));
            HoursLines.special(hours).forEach(line -> lines.add("special: " + line));
        }
        service.steps().forEach(step -> lines.add("step: " + StepLines.write(step, service.address())));
        lines.add("ring: " + (plan.ring() == null ? "as the desk is set up" : plan.ring()) + ", "
                + service.ringSeconds() + " seconds each");
        return lines;
    }
}
