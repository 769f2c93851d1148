package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.HoursLine;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.WorkingHours;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Goes on duty or off, for operators whose client knows no rooms. Ask Services, section 7. */
public final class DutyCommand implements AdHocCommand {
    private static final String SERVICE = "service";
    private static final String ON = "on";
    private static final String BY_HOURS = "by-hours";
    private static final String CAPACITY = "capacity";

    private static final Logger LOG = LoggerFactory.getLogger(DutyCommand.class);

    private final DeskControl desk;

    /** The command of this desk. */
    public DutyCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "duty";
    }

    @Override
    public String name(@Nullable String language) {
        return "Go on duty or off";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.operator(StanzaBridge.address(caller.from())).isPresent();
    }

    @Override
    public DataForm form(Caller caller) {
        List<String> services = new ArrayList<>();
        List<String> now = new ArrayList<>();
        Optional<Directory.Operator> operator = desk.operator(StanzaBridge.address(caller.from()));
        operator.ifPresent(one -> desk.staffable(one).forEach(service -> {
            services.add(service.toString());
            if (desk.onDuty(one, service)) {
                now.add(service.toString());
            }
        }));
        services.sort(Comparator.naturalOrder());
        boolean planned = operator.map(one -> !one.shifts().isEmpty()).orElse(false);
        // Who is on duty nowhere most likely begins a shift, at all of them; some clients show only what is chosen.
        List<String> chosen = now.isEmpty() ? services : now;
        return Forms.asking("Duty", "Choose the services, and whether you are on duty for them.")
                .choice(SERVICE, "Services", FormField.Type.list_multi, services, chosen)
                .field(ON, "On duty now", FormField.Type.boolean_type, List.of("true"))
                .field(
                        BY_HOURS,
                        "And from now on by my working hours, while a client of mine is connected",
                        FormField.Type.boolean_type,
                        List.of(Boolean.toString(planned)))
                .field(
                        CAPACITY,
                        "Sessions at a time, from now on: 1 to "
                                + operator.map(Directory.Operator::capacity).orElse(0),
                        FormField.Type.text_single,
                        List.of(Integer.toString(
                                operator.map(Directory.Operator::places).orElse(0))))
                .build();
    }

    /** How many sessions at a time they choose; their profile sets the bound. */
    private static int places(Directory.Operator operator, FormValues values) {
        String typed = values.text(CAPACITY).orElse("");
        int sessions =
                typed.isEmpty() ? operator.places() : typed.matches("\\p{Nd}{1,3}") ? Integer.parseInt(typed) : 0;
        if (sessions != operator.places() && (sessions < 1 || sessions > operator.capacity())) {
            throw new IllegalArgumentException("the field 'capacity': choose 1 to " + operator.capacity()
                    + "; your coordinator can allow you more sessions at a time");
        }
        return sessions;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        Directory.Operator operator =
                desk.operator(StanzaBridge.address(caller.from())).orElse(null);
        List<Address> services =
                values.all(SERVICE).stream().map(Address::parse).toList();
        if (operator == null) {
            return Outcome.refused(Condition.FORBIDDEN, "only operators go on duty");
        }
        if (services.isEmpty()) {
            return capacityAlone(operator, values);
        }
        boolean on = values.flag(ON);
        List<Address> full = on
                ? services.stream()
                        .filter(service -> !desk.hasPlace(operator, service))
                        .toList()
                : List.of();
        if (!full.isEmpty()) {
            return Outcome.refused(
                    Condition.NOT_ACCEPTABLE,
                    "as many operators of this library are on duty there as it agreed to: " + full);
        }
        boolean byHours = values.flag(BY_HOURS);
        WorkingHours hours = operator.profile().hours();
        if (byHours && hours == null) {
            return Outcome.refused(
                    Condition.NOT_ACCEPTABLE,
                    "your profile says no working hours yet: say them by the command «Say what I know», and have them confirmed");
        }
        List<String> notes = new ArrayList<>();
        try {
            int places = places(operator, values);
            if (places != operator.places()) {
                desk.places(operator, places);
                notes.add("Sessions at a time: " + places);
            }
            plan(operator.taking(places), services, byHours);
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            LOG.error("shifts.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "it could not be kept; the log says why");
        }
        services.forEach(service -> desk.duty(operator, service, on));
        String names = services.stream().map(Address::toString).collect(Collectors.joining(", "));
        notes.add((on ? "On duty: " : "Off duty: ") + names);
        if (byHours && hours != null) {
            notes.add("By your working hours: " + HoursLine.write(hours));
        }
        if (on && operator.review().overdue(desk.now()) && !operator.profile().equals(Profile.EMPTY)) {
            notes.add(MyProfileCommand.standing(desk, operator));
        }
        return new Outcome.Done(notes, null);
    }

    /** Nothing is said of where they are on duty, perhaps of how much they take there. */
    private Outcome capacityAlone(Directory.Operator operator, FormValues values) {
        try {
            int places = places(operator, values);
            if (places == operator.places()) {
                return Outcome.refused(Condition.BAD_REQUEST, "the field 'service': choose at least one");
            }
            desk.places(operator, places);
            return Outcome.done("Sessions at a time: " + places);
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            LOG.error("places.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "it could not be kept; the log says why");
        }
    }

    private void plan(Directory.Operator operator, List<Address> services, boolean byHours) throws JournalException {
        List<Address> planned = new ArrayList<>(operator.shifts());
        planned.removeAll(services);
        if (byHours) {
            planned.addAll(services);
        }
        if (!planned.equals(operator.shifts())) {
            desk.shifts(operator, planned);
        }
    }
}
