package org.crossdesk.edge.command.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Shows coordinators something of one service, at the times of a place. */
abstract class OfServiceCommand implements AdHocCommand {
    private static final String SERVICE = "service";
    private static final String ZONE = "zone";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int YEAR_MIN = 1970;
    private static final int YEAR_MAX = 9999;
    private static final Logger LOG = LoggerFactory.getLogger(OfServiceCommand.class);

    private final DeskControl desk;
    private final String node;
    private final String name;

    OfServiceCommand(DeskControl desk, String node, String name) {
        this.desk = desk;
        this.node = node;
        this.name = name;
    }

    /**
     * Days of a place, both ends among them.
     *
     * @param begin when the first begins
     * @param end when the last is over
     */
    record Days(LocalDate from, LocalDate to, Instant begin, Instant end) {}

    /** What is to be shown of a service; asks the desk within a bound. */
    abstract Outcome of(Service service, ZoneId zone, FormValues values)
            throws InterruptedException, ExecutionException, TimeoutException;

    final DeskControl desk() {
        return desk;
    }

    @Override
    public final String node() {
        return node;
    }

    @Override
    public final String name(@Nullable String language) {
        return name;
    }

    @Override
    public final boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    /** Asks which of all services, those that are closed too. */
    final Forms askingService(Caller caller, String title, String instructions) {
        Map<String, String> services = new LinkedHashMap<>();
        desk.services()
                .forEach(one -> services.put(String.valueOf(one.address().local()), one.name(caller.language())));
        return Forms.asking(title, instructions).choice(SERVICE, "Service", services);
    }

    /** Asks from which day to which; the last two weeks, where nothing is said. */
    final Forms askingDays(Forms form) {
        LocalDate today = LocalDate.ofInstant(desk.now(), ZoneId.systemDefault());
        return form.field(
                        FROM,
                        "First day",
                        FormField.Type.text_single,
                        List.of(today.minusDays(13).toString()))
                // Which day it is depends on the place, which is still to be said.
                .field(TO, "Last day (empty: today)", FormField.Type.text_single, List.of());
    }

    /** Asks for the place last. */
    static DataForm askingZone(Forms form) {
        return form.field(ZONE, "Time zone (empty: that of the service)", FormField.Type.text_single, List.of())
                .build();
    }

    /** An empty table of these columns. */
    static DataForm table(String title, Map<String, String> columns) {
        DataForm form = Forms.showing(title).build();
        columns.forEach((column, label) -> form.addReportedField(column, label, FormField.Type.text_single));
        return form;
    }

    @Override
    public final Outcome run(Caller caller, FormValues values) {
        String wanted = values.text(SERVICE).orElse("");
        Service service = desk.services().stream()
                .filter(one -> wanted.equals(one.address().local()))
                .findFirst()
                .orElse(null);
        if (service == null) {
            return Outcome.refused(Condition.ITEM_NOT_FOUND, "there is no such service");
        }
        try {
            return of(service, zone(values, service), values);
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ReportCommand.busy();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JournalException) {
                LOG.error("{}.unreadable", node, e.getCause());
                return Outcome.refused(
                        Condition.INTERNAL_SERVER_ERROR, "this can't be read; the log of the server says why");
            }
            return ReportCommand.busy();
        } catch (TimeoutException e) {
            return ReportCommand.busy();
        }
    }

    /** The place that is named, else that of the service's hours, else that of the server. */
    private static ZoneId zone(FormValues values, Service service) {
        Hours hours = service.plan().hours();
        return values.text(ZONE)
                .map(Hours::zone)
                .orElseGet(() -> hours == null ? ZoneId.systemDefault() : hours.zone());
    }

    /**
     * The days that were asked for.
     *
     * @throws IllegalArgumentException where they are none, or more than {@code most}
     */
    final Days days(FormValues values, ZoneId zone, int most) {
        LocalDate to = day(values, TO, LocalDate.ofInstant(desk.now(), zone));
        LocalDate from = day(values, FROM, to);
        if (from.isAfter(to) || from.plusDays(most).isBefore(to)) {
            throw new IllegalArgumentException(
                    "the last day comes after the first one, and no more than " + most + " days");
        }
        return new Days(
                from,
                to,
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static LocalDate day(FormValues values, String field, LocalDate otherwise) {
        String text = values.text(field).orElse("");
        try {
            LocalDate day = text.isEmpty() ? otherwise : LocalDate.parse(text);
            if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
                throw new DateTimeException("out of all calendars");
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no day: write it as 2026-11-27", e);
        }
    }
}
