package org.crossdesk.edge.command.desk;

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
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.Ratings;
import org.crossdesk.protocol.ask.Rating;
import org.crossdesk.runtime.RatingShelf.Rated;
import org.xmpp.forms.DataForm;

/** How patrons of a service found their conversations. */
final class RatingsCommand extends OfServiceCommand {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, String> COLUMNS = columns();

    /** Longest time: as statistics have it. */
    private static final int MAX_DAYS = StatisticsCommand.DAILY_MAX_DAYS;

    RatingsCommand(DeskControl desk) {
        super(desk, "ratings", "Show how patrons found it");
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
    public DataForm form(Caller caller) {
        return askingZone(askingDays(
                askingService(caller, "How patrons found it", "The last " + Ratings.SHOWN_MAX + " at most.")));
    }

    @Override
    Outcome of(Service service, ZoneId zone, FormValues values)
            throws InterruptedException, ExecutionException, TimeoutException {
        Days days = days(values, zone, MAX_DAYS);
        return done(
                service,
                zone,
                desk().ratings()
                        .of(service.address(), days.begin(), days.end())
                        .get(Reports.PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static Outcome done(Service service, ZoneId zone, List<Rated> all) {
        DataForm form = table("How patrons found it", COLUMNS);
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
