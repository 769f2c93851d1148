package org.crossdesk.edge.command.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.domain.service.Window;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.Finder;
import org.crossdesk.protocol.competence.Find;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;

/** Says of a service that is not kept yet who would be in, which hours and languages it covers, and what is missing. */
final class ServicePreview {
    /** A little more than the search takes at most. */
    private static final int PATIENCE_SECONDS = 4;

    /** So many are named; the rest is counted. */
    private static final int NAMED_MAX = 20;

    private static final Duration AHEAD = Duration.ofDays(7);

    private final DeskControl desk;

    ServicePreview(DeskControl desk) {
        this.desk = desk;
    }

    /** What a coordinator would want to know, a line each. */
    List<String> of(Service service) {
        List<String> notes = new ArrayList<>();
        notes.add(
                desk.services().contains(service)
                        ? "This is what " + service.address() + " is; nothing is changed."
                        : "Nothing is kept: this is what " + service.address() + " would be.");
        notes.addAll(ServiceForm.lines(service));
        notes.add(hours(service));
        notes.addAll(desk.staffing(service));
        Needs needs = service.plan().needs();
        try {
            Finder.Result found = found(needs);
            List<Finder.Somebody> people = admitted(service, found);
            who(people, notes);
            if (people.isEmpty() && !needs.isEmpty()) {
                missing(service, notes);
            }
            note("No answer from: ", found.silent(), notes);
            note("They show nobody: ", found.unwilling(), notes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            notes.add("Who would be in can't be told: the desk is stopping.");
        } catch (ExecutionException | TimeoutException e) {
            notes.add("Who would be in can't be told now: the desk is too busy to look. Try again.");
        }
        return notes;
    }

    private static void note(String what, List<String> libraries, List<String> notes) {
        if (!libraries.isEmpty()) {
            notes.add(what + String.join(", ", libraries));
        }
    }

    private Finder.Result found(Needs needs) throws InterruptedException, ExecutionException, TimeoutException {
        return desk.finder().find(new Find(needs, false)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static List<Finder.Somebody> admitted(Service service, Finder.Result found) {
        return found.people().stream()
                .filter(one -> service.plan().staffing().admits(one.operator(), service.address()))
                .toList();
    }

    private static void who(List<Finder.Somebody> people, List<String> notes) {
        if (people.isEmpty()) {
            notes.add("Warning: nobody would be in.");
            return;
        }
        long libraries =
                people.stream().map(one -> one.operator().domain()).distinct().count();
        notes.add("In it would be " + people.size() + (people.size() == 1 ? " operator of " : " operators of ")
                + libraries + (libraries == 1 ? " library:" : " libraries:"));
        people.stream().limit(NAMED_MAX).forEach(one -> notes.add("  " + one.operator() + ": " + one.knows()));
        if (people.size() > NAMED_MAX) {
            notes.add("  and " + (people.size() - NAMED_MAX) + " more");
        }
        Map<String, Integer> languages = new TreeMap<>();
        for (Finder.Somebody one : people) {
            one.seen().profile().languages().stream()
                    .map(Language::tag)
                    .distinct()
                    .forEach(tag -> languages.merge(tag, 1, Integer::sum));
        }
        notes.add("Languages: "
                + (languages.isEmpty()
                        ? "none is known of them"
                        : String.join(
                                ", ",
                                languages.entrySet().stream()
                                        .map(one -> one.getKey() + " " + one.getValue())
                                        .toList())));
    }

    /** Where nobody has all that is needed: which part of it nobody has at all. */
    private void missing(Service service, List<String> notes)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, CompletableFuture<Finder.Result>> asked = new LinkedHashMap<>();
        for (Needs part : parts(service.plan().needs())) {
            String words = ProfileLines.inOneLine(new Profile(part.languages(), part.subjects(), part.insights()));
            asked.put(words, desk.finder().find(new Find(part, false)));
        }
        CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<String> nobody = new ArrayList<>();
        for (Map.Entry<String, CompletableFuture<Finder.Result>> one : asked.entrySet()) {
            if (admitted(service, one.getValue().get()).isEmpty()) {
                nobody.add(one.getKey());
            }
        }
        notes.add(
                nobody.isEmpty()
                        ? "Each thing that is needed somebody knows, but nobody knows all of it: ask for less."
                        : "Nobody knows: " + String.join("; ", nobody));
    }

    private static List<Needs> parts(Needs needs) {
        return Stream.of(
                        needs.languages().isEmpty()
                                ? Stream.<Needs>empty()
                                : Stream.of(new Needs(needs.languages(), List.of(), List.of())),
                        needs.subjects().stream().map(one -> new Needs(List.of(), List.of(one), List.of())),
                        needs.insights().stream().map(one -> new Needs(List.of(), List.of(), List.of(one))))
                .flatMap(part -> part)
                .toList();
    }

    private String hours(Service service) {
        Hours hours = service.plan().hours();
        if (hours == null) {
            return "It would be open all the time.";
        }
        Instant now = desk.now();
        Duration open = Duration.ZERO;
        for (Window window : desk.timetable().windows(hours, now, now.plus(AHEAD))) {
            open = open.plus(Duration.between(window.from(), window.until()));
        }
        return "It would be open " + open.toHours() + " hours of the next " + AHEAD.toDays() + " days; "
                + standing(desk.timetable(), hours, now) + ".";
    }

    /** In the words of the hours' own place. */
    static String standing(Timetable timetable, Hours hours, Instant now) {
        Timetable.Standing standing = timetable.standing(hours, now);
        Instant until = standing.until();
        return "now " + (standing.open() ? "open" : "closed")
                + (until == null ? "" : " until " + minutes(until, hours.zone()));
    }

    private static String minutes(Instant moment, ZoneId zone) {
        return java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV")
                .withZone(zone)
                .format(moment);
    }
}
