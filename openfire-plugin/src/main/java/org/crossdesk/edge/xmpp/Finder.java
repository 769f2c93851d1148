package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.crossdesk.domain.competence.Fit;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Find;
import org.crossdesk.protocol.competence.Finding;
import org.crossdesk.protocol.competence.Found;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;

/**
 * Finds who knows something, here and at the libraries that this one works with. Competence Profiles, section "Finding
 * Across Libraries". Safe for several threads.
 */
public final class Finder {
    /** For so many libraries it is remembered whom they showed, should they not answer the next time. */
    private static final int LIBRARIES_MAX = 500;

    /** So many operators of each. */
    private static final int REMEMBERED_MAX = 500;

    private static final DateTimeFormatter AS_OF =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final String ownDesk;
    private final Members members;
    private final OperatorBook operators;
    private final Predicate<Directory.Operator> operates;
    private final Predicate<String> onDuty;
    private final ToIntFunction<Directory.Operator> load;
    private final SubjectOrder order;
    private final Requests requests;
    private final InstantSource clock;
    private final boolean shows;
    /** What has not come by then is not waited for. */
    private final Duration patience;

    private final Map<String, Remembered> remembered = new LinkedHashMap<>();

    private record Remembered(Instant at, Map<String, Profile> byHandle) {}

    /**
     * Somebody who fits.
     *
     * @param operator their handle at their desk
     * @param seen what their library says of them
     * @param score how well they fit, higher is better
     * @param asOf when it said so, where it has not answered now
     */
    public record Somebody(
            Address operator,
            Finding seen,
            int score,
            @Nullable Instant asOf) {
        /** Whether they are on duty, in words. */
        public String duty() {
            return asOf != null ? "as of " + AS_OF.format(asOf) : seen.onDuty() ? "on duty" : "off duty";
        }

        /** How many sessions they have, in words. */
        public String sessions() {
            return asOf != null ? "?" : seen.load() + " of " + seen.capacity();
        }

        /** What they know, in words. */
        public String knows() {
            return ProfileLines.inOneLine(seen.profile());
        }
    }

    /**
     * What a search has come to.
     *
     * @param people the best first: those on duty before those who are not, then by how well they fit
     * @param silent the libraries that have not answered in time
     * @param unwilling those that show nobody to this one
     */
    public record Result(List<Somebody> people, List<String> silent, List<String> unwilling) {
        public Result {
            people = List.copyOf(people);
            silent = List.copyOf(silent);
            unwilling = List.copyOf(unwilling);
        }
    }

    Finder(
            Members members,
            OperatorBook operators,
            Predicate<Directory.Operator> operates,
            Predicate<String> onDuty,
            ToIntFunction<Directory.Operator> load,
            SubjectOrder order,
            Requests requests,
            InstantSource clock,
            boolean shows,
            Duration patience) {
        this.ownDesk = members.ownDesk();
        this.members = members;
        this.operators = operators;
        this.operates = operates;
        this.onDuty = onDuty;
        this.load = load;
        this.order = order;
        this.requests = requests;
        this.clock = clock;
        this.shows = shows;
        this.patience = patience;
    }

    /** How long a search waits for the answers of other libraries. */
    public Duration patience() {
        return patience;
    }

    /** Whether this library shows its people to others. */
    boolean shows() {
        return shows;
    }

    /** Who of this library fits, for the desk at this domain: without those who do not wish to be found by it. */
    Found forOthers(Find find, String desk) {
        return own(find, operator -> operator.review().visibleTo(desk));
    }

    private Found own(Find find, Predicate<Directory.Operator> shown) {
        List<Finding> all = operators.all().stream()
                .filter(operates)
                .filter(shown)
                .filter(operator -> !operator.profile().equals(Profile.EMPTY))
                .filter(operator -> !find.onDuty() || onDuty.test(operator.handle()))
                .filter(operator ->
                        Fit.score(operator.profile(), find.needs(), order).isPresent())
                .map(this::finding)
                .sorted(Comparator.comparing((Finding one) -> !one.onDuty())
                        .thenComparing(one -> -score(one.profile(), find))
                        .thenComparing(Finding::load)
                        .thenComparing(Finding::handle))
                .toList();
        return new Found(all.stream().limit(Bounds.FOUND_MAX).toList(), all.size() > Bounds.FOUND_MAX);
    }

    private Finding finding(Directory.Operator operator) {
        return new Finding(
                operator.handle(),
                onDuty.test(operator.handle()),
                Math.min(load.applyAsInt(operator), Bounds.CAPACITY_MAX),
                operator.places(),
                operator.profile());
    }

    private int score(Profile profile, Find find) {
        return Fit.score(profile, find.needs(), order).orElse(0);
    }

    /** A search under way: what has come can be had at any time. */
    public final class Searching {
        private final Find find;
        private final Map<String, CompletableFuture<Answer>> asked = new TreeMap<>();
        private final CompletableFuture<Result> first = new CompletableFuture<>();
        private final CompletableFuture<Result> done;

        private Searching(Find find) {
            this.find = find;
            for (String library : members.libraries()) {
                CompletableFuture<Answer> answer = ask(library, find);
                asked.put(library, answer);
            }
            // Only now: an answer may be there before the next library is asked.
            asked.values()
                    .forEach(answer -> answer.thenAccept(now -> {
                        if (now.found() != null && !first.isDone()) {
                            first.complete(soFar());
                        }
                    }));
            done = CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(any -> soFar());
            done.thenAccept(first::complete);
        }

        /** What has come by now; who has not answered is among the silent. */
        public Result soFar() {
            return result(find, asked);
        }

        /** Completed when the first other library has answered, or there is nobody to wait for. */
        public CompletableFuture<Result> first() {
            return first;
        }

        /** Completed when all have answered, or after the bound. */
        public CompletableFuture<Result> done() {
            return done;
        }
    }

    /** Asks everybody at once who fits, here and elsewhere. */
    public Searching begin(Find find) {
        return new Searching(find);
    }

    /** Who fits, here and elsewhere; completed when all have answered, or after the bound. */
    public CompletableFuture<Result> find(Find find) {
        return begin(find).done();
    }

    /** What a library says; {@code found} is null where it refuses. */
    private record Answer(@Nullable Found found, boolean unwilling) {}

    private CompletableFuture<Answer> ask(String library, Find find) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        IQ iq = new IQ(IQ.Type.get);
        iq.setFrom(ownDesk);
        iq.setTo(members.deskOf(library));
        iq.setChildElement(StanzaBridge.write(find.toElement()));
        requests.send(iq, (result, refusal) -> {
            boolean passing = refusal != null && refusal.condition().passing();
            answer.complete(new Answer(result instanceof Found found ? found : null, refusal != null && !passing));
        });
        return answer;
    }

    private Result result(Find find, Map<String, CompletableFuture<Answer>> asked) {
        List<Somebody> people = new ArrayList<>();
        own(find, any -> true).operators().forEach(one -> people.add(somebody(ownDesk, one, find, null)));
        List<String> silent = new ArrayList<>();
        List<String> unwilling = new ArrayList<>();
        asked.forEach((library, answer) -> {
            Answer now = answer.getNow(new Answer(null, false));
            String desk = members.deskOf(library);
            Found found = now.found();
            if (found != null) {
                remember(library, found);
                found.operators().forEach(one -> people.add(somebody(desk, one, find, null)));
            } else if (now.unwilling()) {
                unwilling.add(library);
            } else {
                silent.add(library);
                people.addAll(fromMemory(library, desk, find));
            }
        });
        people.sort(Comparator.comparing((Somebody one) -> !one.seen().onDuty())
                .thenComparing(one -> -one.score())
                .thenComparing(one -> one.seen().load())
                .thenComparing(one -> one.operator().toString()));
        return new Result(people, List.copyOf(new TreeSet<>(silent)), unwilling);
    }

    private Somebody somebody(String desk, Finding seen, Find find, @Nullable Instant asOf) {
        Address operator = new Address(null, desk, seen.handle());
        return new Somebody(operator, seen, score(seen.profile(), find), asOf);
    }

    private synchronized void remember(String library, Found found) {
        Remembered before = remembered.remove(library);
        Map<String, Profile> byHandle = new HashMap<>(before == null ? Map.of() : before.byHandle());
        for (Finding one : found.operators()) {
            if (byHandle.size() < REMEMBERED_MAX || byHandle.containsKey(one.handle())) {
                byHandle.put(one.handle(), one.profile());
            }
        }
        if (remembered.size() >= LIBRARIES_MAX) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        remembered.put(library, new Remembered(clock.instant(), byHandle));
    }

    /** Whether they are on duty can't be known, so they are not. */
    private synchronized List<Somebody> fromMemory(String library, String desk, Find find) {
        Remembered known = remembered.get(library);
        if (known == null || find.onDuty()) {
            return List.of();
        }
        return known.byHandle().entrySet().stream()
                .filter(entry ->
                        Fit.score(entry.getValue(), find.needs(), order).isPresent())
                .map(entry ->
                        somebody(desk, new Finding(entry.getKey(), false, 0, 0, entry.getValue()), find, known.at()))
                .toList();
    }
}
