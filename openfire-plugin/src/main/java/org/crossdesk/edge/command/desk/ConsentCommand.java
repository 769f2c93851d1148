package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.HoursLines;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Profile;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/**
 * A coordinator says whether this library staffs a service of another that has asked, and to how much. Ask Services,
 * section "Asking Libraries to Staff It".
 */
final class ConsentCommand implements AdHocCommand {
    private static final String SERVICE = "service";
    private static final String ANSWER = "answer";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String PEOPLE = "people";
    private static final String SESSIONS = "sessions";
    private static final String ZONE = "zone";
    private static final String HOURS = "hours";
    private static final String NOTHING = "-";

    /** How long the desk may take to keep it. */
    private static final int PATIENCE_SECONDS = 3;

    private final DeskControl desk;

    ConsentCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "consent";
    }

    @Override
    public String name(@Nullable String language) {
        return "Staff services of other libraries";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        if (desk.consents().isEmpty()) {
            return null;
        }
        Map<String, String> services = new LinkedHashMap<>();
        sorted().forEach(consent -> services.put(consent.service().toString(), inWords(consent)));
        return Forms.asking(
                        "Staff services of other libraries",
                        "What is empty stays as it is; a dash takes away what there is.")
                .choice(SERVICE, "Service", services)
                .choice(
                        ANSWER,
                        "Does your library staff it?",
                        FormField.Type.list_single,
                        List.of(YES, NO),
                        List.of(YES))
                .field(
                        PEOPLE,
                        "At most so many operators on duty (a dash: as many as there are)",
                        FormField.Type.text_single,
                        List.of())
                .field(
                        SESSIONS,
                        "At most so many sessions at a time (a dash: as many as they can take)",
                        FormField.Type.text_single,
                        List.of())
                .field(ZONE, "Time zone of the hours: Europe/Stockholm", FormField.Type.text_single, List.of())
                .field(
                        HOURS,
                        "Hours, one a line: mo-fr 09:00-17:00 (a dash: always)",
                        FormField.Type.text_multi,
                        List.of())
                .build();
    }

    private List<Consent> sorted() {
        return desk.consents().stream()
                .sorted(Comparator.comparing((Consent consent) -> consent.answer() != Consent.Answer.OPEN)
                        .thenComparing(consent -> consent.service().toString()))
                .toList();
    }

    /** What a service asked, and what was answered. */
    static String inWords(Consent consent) {
        List<String> words = new ArrayList<>();
        words.add(consent.service() + ", " + consent.title());
        if (!consent.needs().isEmpty()) {
            words.add("needs "
                    + ProfileLines.inOneLine(new Profile(
                            consent.needs().languages(),
                            consent.needs().subjects(),
                            consent.needs().insights())));
        }
        words.add(
                switch (consent.answer()) {
                    case OPEN -> "waits for your answer";
                    case GIVEN -> "yes" + (consent.by() == null ? ", as a rule" : ", by " + consent.by());
                    case REFUSED -> "no" + (consent.by() == null ? ", as a rule" : ", by " + consent.by());
                });
        Consent.Terms terms = consent.terms();
        if (terms.peopleMax() > 0) {
            words.add("at most " + terms.peopleMax() + " on duty");
        }
        if (terms.sessionsMax() > 0) {
            words.add("at most " + terms.sessionsMax() + " sessions");
        }
        if (terms.hours() != null) {
            words.add(terms.hours().zone() + " " + String.join(", ", HoursLines.openings(terms.hours())));
        }
        if (!consent.wanted()) {
            words.add("it does not want us now");
        }
        return String.join("; ", words);
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        String chosen = values.text(SERVICE).orElse("");
        Consent before = desk.consents().stream()
                .filter(consent -> consent.service().toString().equals(chosen))
                .findFirst()
                .orElse(null);
        if (before == null) {
            return desk.consents().isEmpty()
                    ? Outcome.done("No service of another library has asked this one.")
                    : Outcome.refused(
                            Condition.ITEM_NOT_FOUND, "the service " + chosen + " has not asked this library");
        }
        try {
            boolean yes = values.text(ANSWER).orElse(YES).equals(YES);
            Address by = StanzaBridge.address(caller.from()).bare();
            Refusal refusal = desk.consent(before.service(), yes, terms(before.terms(), values), by)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return refusal == null
                    ? Outcome.done(desk.consents().stream()
                            .filter(consent -> consent.service().equals(before.service()))
                            .map(ConsentCommand::inWords)
                            .findFirst()
                            .orElse(before.service() + " wants this library no longer"))
                    : Outcome.refused(refusal.condition(), refusal.text());
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
        return Outcome.refused(Condition.RESOURCE_CONSTRAINT, "the desk is too busy now; look whether it was kept");
    }

    private Consent.Terms terms(Consent.Terms before, FormValues values) {
        return new Consent.Terms(
                number(values, PEOPLE, before.peopleMax()),
                number(values, SESSIONS, before.sessionsMax()),
                hours(before.hours(), values));
    }

    private static int number(FormValues values, String field, int before) {
        String typed = values.text(field).orElse("");
        if (typed.isEmpty() || typed.equals(NOTHING)) {
            return typed.isEmpty() ? before : 0;
        }
        if (!typed.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("the field '" + field + "': '" + typed + "' is no number up to "
                    + Consent.Terms.MAX + "; a dash takes the bound away");
        }
        return Integer.parseInt(typed);
    }

    private @Nullable Hours hours(@Nullable Hours before, FormValues values) {
        List<String> lines = values.all(HOURS);
        if (lines.equals(List.of(NOTHING))) {
            return null;
        }
        String zone =
                values.text(ZONE).orElse(before == null ? "" : before.zone().getId());
        if (lines.isEmpty() && (before == null || values.text(ZONE).isEmpty())) {
            return before;
        }
        if (zone.isEmpty()) {
            throw new IllegalArgumentException("hours: say in which time zone, such as Europe/Stockholm");
        }
        return HoursLines.read(
                zone,
                lines.isEmpty() && before != null ? HoursLines.openings(before) : lines,
                List.of(),
                desk.recurrence());
    }
}
