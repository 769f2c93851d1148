package org.crossdesk.edge.command.desk;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.statistics.Side;
import org.crossdesk.domain.statistics.Summary;
import org.crossdesk.domain.statistics.Tally;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** How many asked at a service, and how long they waited, by the hour or the day. */
final class StatisticsCommand extends OfServiceCommand {
    private static final String ABOUT = "about";
    private static final String BY = "by";

    /** Longest time by the hour: a week more than a month. */
    private static final int HOURLY_MAX_DAYS = 38;

    /** Longest time by the day: two years. */
    static final int DAILY_MAX_DAYS = 732;

    private static final int MEDIAN = 50;
    private static final int MOST = 90;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, String> COLUMNS = columns();

    StatisticsCommand(DeskControl desk) {
        super(desk, "statistics", "Show the statistics");
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
    public DataForm form(Caller caller) {
        Forms asked = askingService(
                        caller,
                        "Statistics",
                        "Days are those of the time zone, and the last one is meant with. By the hour at most "
                                + HOURLY_MAX_DAYS + " days.")
                .choice(
                        ABOUT,
                        "About the patrons who wrote to it here, or about its staff room, whoever asks there",
                        FormField.Type.list_single,
                        List.of("patrons", "staff-room"),
                        List.of("patrons"));
        return askingZone(askingDays(asked)
                .choice(BY, "By the", FormField.Type.list_single, List.of("day", "hour"), List.of("day")));
    }

    @Override
    Outcome of(Service service, ZoneId zone, FormValues values)
            throws InterruptedException, ExecutionException, TimeoutException {
        Summary.By by = values.text(BY).filter("hour"::equals).isPresent() ? Summary.By.HOUR : Summary.By.DAY;
        Days days = days(values, zone, by == Summary.By.HOUR ? HOURLY_MAX_DAYS : DAILY_MAX_DAYS);
        Side side = values.text(ABOUT).filter("staff-room"::equals).isPresent() ? Side.STAFF_ROOM : Side.PATRONS;
        return done(
                service,
                zone,
                by,
                Summary.of(
                        desk().bookkeeping()
                                .of(service.address(), side, days.begin(), days.end())
                                .get(Reports.PATIENCE_SECONDS, TimeUnit.SECONDS),
                        zone,
                        by));
    }

    private Outcome done(Service service, ZoneId zone, Summary.By by, List<Summary.Row> rows) {
        DataForm form = table("Statistics", COLUMNS);
        rows.forEach(row -> form.addItemFields(row(
                by == Summary.By.DAY ? row.from().toLocalDate().toString() : HOUR.format(row.from()), row.tally())));
        Duration kept = desk().bookkeeping().kept();
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
