package org.crossdesk.edge.command.desk;

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
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.Ratings;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.ask.Rating;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.RatingShelf.Rated;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** How patrons of a service found their conversations. */
final class RatingsCommand implements AdHocCommand {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, String> COLUMNS = columns();
    private static final Logger LOG = LoggerFactory.getLogger(RatingsCommand.class);

    private final DeskControl desk;

    RatingsCommand(DeskControl desk) {
        this.desk = desk;
    }

    private static Map<String, String> columns() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("at", "At");
        labels.put("stars", "Stars");
        labels.put("words", "Words");
        labels.put("library", "Answered by");
        return labels;
    }

    @Override
    public String node() {
        return "ratings";
    }

    @Override
    public String name(@Nullable String language) {
        return "Show how patrons found it";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public DataForm form(Caller caller) {
        LocalDate today = LocalDate.ofInstant(desk.now(), ZoneId.systemDefault());
        return Forms.asking("How patrons found it", "The last " + Ratings.SHOWN_MAX + " at most.")
                .choice(StatisticsCommand.SERVICE, "Service", StatisticsCommand.services(desk, caller.language()))
                .field(
                        FROM,
                        "First day",
                        FormField.Type.text_single,
                        List.of(today.minusDays(13).toString()))
                .field(TO, "Last day", FormField.Type.text_single, List.of(today.toString()))
                .field(
                        StatisticsCommand.ZONE,
                        "Time zone (empty: that of the service)",
                        FormField.Type.text_single,
                        List.of())
                .build();
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        Service service = StatisticsCommand.service(desk, values);
        if (service == null) {
            return Outcome.refused(Condition.ITEM_NOT_FOUND, "there is no such service");
        }
        try {
            ZoneId zone = StatisticsCommand.zone(values, service);
            LocalDate to = StatisticsCommand.day(values, TO, LocalDate.ofInstant(desk.now(), zone));
            LocalDate from = StatisticsCommand.day(values, FROM, to);
            Instant begin = from.atStartOfDay(zone).toInstant();
            Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
            List<Rated> all =
                    desk.ratings().of(service.address(), begin, end).get(Reports.PATIENCE_SECONDS, TimeUnit.SECONDS);
            return done(service, zone, all);
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ReportCommand.busy();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JournalException) {
                LOG.error("ratings.unreadable", e.getCause());
                return Outcome.refused(
                        Condition.INTERNAL_SERVER_ERROR, "they can't be read; the log of the server says why");
            }
            return ReportCommand.busy();
        } catch (TimeoutException e) {
            return ReportCommand.busy();
        }
    }

    private static Outcome done(Service service, ZoneId zone, List<Rated> all) {
        DataForm form = Forms.showing("How patrons found it").build();
        COLUMNS.forEach((column, label) -> form.addReportedField(column, label, FormField.Type.text_single));
        all.forEach(one -> form.addItemFields(row(one, zone)));
        String mean = all.isEmpty()
                ? "nobody has said how it was"
                : String.format(
                        Locale.ROOT,
                        "%d said how it was: %.1f of %d on average",
                        all.size(),
                        all.stream().mapToInt(Rated::stars).average().orElseThrow(),
                        Rating.STARS_MAX);
        return new Outcome.Done(List.of(service.address() + ", " + zone + ": " + mean), form);
    }

    private static Map<String, Object> row(Rated rated, ZoneId zone) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("at", MINUTE.format(rated.at().atZone(zone)));
        row.put("stars", Integer.toString(rated.stars()));
        row.put("words", rated.words());
        row.put("library", rated.library());
        return row;
    }
}
