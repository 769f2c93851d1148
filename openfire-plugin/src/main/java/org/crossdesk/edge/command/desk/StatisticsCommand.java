package org.crossdesk.edge.command.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.statistics.Side;
import org.crossdesk.domain.statistics.Summary;
import org.crossdesk.domain.statistics.Tally;
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

/** How many asked at a service, and how long they waited, by the hour or the day. */
final class StatisticsCommand implements AdHocCommand {
    static final String SERVICE = "service";
    static final String ZONE = "zone";
    private static final String ABOUT = "about";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String BY = "by";

    /** Longest time by the hour: a week more than a month. */
    private static final int HOURLY_MAX_DAYS = 38;

    /** Longest time by the day: two years. */
    private static final int DAILY_MAX_DAYS = 732;

    private static final int MEDIAN = 50;
    private static final int MOST = 90;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, String> COLUMNS = columns();
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsCommand.class);

    private final DeskControl desk;

    StatisticsCommand(DeskControl desk) {
        this.desk = desk;
    }

    private static Map<String, String> columns() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("from", "From");
        labels.put("questions", "Questions");
        labels.put("answered", "Answered");
        labels.put("unanswered", "Not in time");
        labels.put("left", "Left");
        labels.put("transfers", "Transfers");
        labels.put("median", "Median wait, s");
        labels.put("most", "90 % within, s");
        return labels;
    }

    @Override
    public String node() {
        return "statistics";
    }

    @Override
    public String name(@Nullable String language) {
        return "Show the statistics";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public DataForm form(Caller caller) {
        LocalDate today = LocalDate.ofInstant(desk.now(), ZoneId.systemDefault());
        return Forms.asking(
                        "Statistics",
                        "Days are those of the time zone, and the last one is meant with. By the hour at most "
                                + HOURLY_MAX_DAYS + " days.")
                .choice(SERVICE, "Service", services(desk, caller.language()))
                .choice(
                        ABOUT,
                        "About the patrons who wrote to it here, or about its staff room, whoever asks there",
                        FormField.Type.list_single,
                        List.of("patrons", "staff-room"),
                        List.of("patrons"))
                .field(
                        FROM,
                        "First day",
                        FormField.Type.text_single,
                        List.of(today.minusDays(13).toString()))
                .field(TO, "Last day", FormField.Type.text_single, List.of(today.toString()))
                .choice(BY, "By the", FormField.Type.list_single, List.of("day", "hour"), List.of("day"))
                .field(ZONE, "Time zone (empty: that of the service)", FormField.Type.text_single, List.of())
                .build();
    }

    /** Every service, those that are closed too, by its name. */
    static Map<String, String> services(DeskControl desk, @Nullable String language) {
        Map<String, String> services = new LinkedHashMap<>();
        desk.services().forEach(one -> services.put(String.valueOf(one.address().local()), one.name(language)));
        return services;
    }

    /** The service of that name. */
    static @Nullable Service service(DeskControl desk, FormValues values) {
        String name = values.text(SERVICE).orElse("");
        return desk.services().stream()
                .filter(one -> name.equals(one.address().local()))
                .findFirst()
                .orElse(null);
    }

    /** The place that is named, else that of the service's hours, else that of the server. */
    static ZoneId zone(FormValues values, Service service) {
        Hours hours = service.plan().hours();
        return values.text(ZONE)
                .map(Hours::zone)
                .orElseGet(() -> hours == null ? ZoneId.systemDefault() : hours.zone());
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        Service service = service(desk, values);
        if (service == null) {
            return Outcome.refused(Condition.ITEM_NOT_FOUND, "there is no such service");
        }
        try {
            ZoneId zone = zone(values, service);
            Summary.By by = values.text(BY).filter("hour"::equals).isPresent() ? Summary.By.HOUR : Summary.By.DAY;
            LocalDate to = day(values, TO, LocalDate.ofInstant(desk.now(), zone));
            LocalDate from = day(values, FROM, to);
            int daysMax = by == Summary.By.HOUR ? HOURLY_MAX_DAYS : DAILY_MAX_DAYS;
            if (from.isAfter(to) || from.plusDays(daysMax).isBefore(to)) {
                return Outcome.refused(
                        Condition.BAD_REQUEST,
                        "the last day comes after the first one, and no more than " + daysMax + " days");
            }
            Side side = values.text(ABOUT).filter("staff-room"::equals).isPresent() ? Side.STAFF_ROOM : Side.PATRONS;
            Instant begin = from.atStartOfDay(zone).toInstant();
            Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
            return done(
                    service,
                    zone,
                    by,
                    Summary.of(
                            desk.bookkeeping()
                                    .of(service.address(), side, begin, end)
                                    .get(Reports.PATIENCE_SECONDS, TimeUnit.SECONDS),
                            zone,
                            by));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ReportCommand.busy();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JournalException) {
                LOG.error("statistics.unreadable", e.getCause());
                return Outcome.refused(
                        Condition.INTERNAL_SERVER_ERROR,
                        "the statistics can't be read; the log of the server says why");
            }
            return ReportCommand.busy();
        } catch (TimeoutException e) {
            return ReportCommand.busy();
        }
    }

    /** A day that somebody has written; otherwise another. */
    static LocalDate day(FormValues values, String field, LocalDate otherwise) {
        String text = values.text(field).orElse("");
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no day: write it as 2026-11-27", e);
        }
    }

    private Outcome done(Service service, ZoneId zone, Summary.By by, List<Summary.Row> rows) {
        DataForm form = Forms.showing("Statistics").build();
        COLUMNS.forEach((column, label) -> form.addReportedField(column, label, FormField.Type.text_single));
        rows.forEach(row -> form.addItemFields(row(
                by == Summary.By.DAY ? row.from().toLocalDate().toString() : HOUR.format(row.from()), row.tally())));
        Duration kept = desk.bookkeeping().kept();
        return new Outcome.Done(
                List.of(
                        service.address() + ", " + zone + ": " + inWords(Summary.total(rows)),
                        "Where nothing happened there is no row. Statistics are kept for " + kept.toDays() + " days."),
                form);
    }

    private static String inWords(Tally tally) {
        Integer median = tally.waits().percentile(MEDIAN);
        return tally.questions() + " questions, " + tally.answered() + " answered, " + tally.unanswered()
                + " not in time, " + tally.left() + " left, " + tally.transfers() + " transfers"
                + (median == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; half waited %d s at most, nine of ten %d s",
                                median,
                                tally.waits().percentile(MOST)));
    }

    private static Map<String, Object> row(String from, Tally tally) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", from);
        row.put("questions", Integer.toString(tally.questions()));
        row.put("answered", Integer.toString(tally.answered()));
        row.put("unanswered", Integer.toString(tally.unanswered()));
        row.put("left", Integer.toString(tally.left()));
        row.put("transfers", Integer.toString(tally.transfers()));
        row.put("median", seconds(tally, MEDIAN));
        row.put("most", seconds(tally, MOST));
        return row;
    }

    private static String seconds(Tally tally, int percent) {
        Integer seconds = tally.waits().percentile(percent);
        return seconds == null ? "" : seconds.toString();
    }
}
