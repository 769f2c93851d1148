package org.crossdesk.runtime;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.competence.Fit;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.routing.RingMachine;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A day of many libraries on the real desks, in virtual time: who asks, how soon they are answered, and what a hub has to
 * carry. The program of {@code ./crossdesk bench network}: a file for the figures, and how many libraries, each in turn.
 */
public final class DayOfLibraries {
    private static final long SEED = 20_261_126;
    private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration SHIFT = Duration.ofHours(4);
    private static final int OWN_SECONDS = 30;
    private static final int PARENT_SECONDS = 30;
    private static final int HIGHER_ONE_IN = 5;
    private static final int ROSTER = 1_000;
    private static final int OFFERS = 2_000;

    private record Asking(Instant at, boolean someoneFree) {}

    final VirtualTime time = new VirtualTime();
    final DayPlan plan;
    final DayCounts counts = new DayCounts();
    private final Map<String, DayDesk> desks = new HashMap<>();
    private final List<DayDesk> libraries = new ArrayList<>();
    private final Map<DayDesk, List<Service>> tiersOf = new HashMap<>();
    private final Map<Address, Asking> waiting = new HashMap<>();
    private final Map<Asker, StateKeyAt> asked = new HashMap<>();
    private final Random tokens = new Random(SEED);
    private int patrons;

    /** Which state of whom waits for an answer. */
    private record StateKeyAt(DayDesk desk, StateKey key, Address to, Payload request) {}

    private DayOfLibraries(int size, int parallel) {
        plan = new DayPlan(SEED + size);
        for (int i = 0; i < size; i++) {
            DayDesk desk = new DayDesk(this, "lib" + i + ".test", parallel);
            libraries.add(desk);
            desks.put(desk.address().domain(), desk);
        }
        build(size);
    }

    /** Own desks below hubs below national services, and so on: each service is at the first library below it. */
    private void build(int size) {
        int span = 1;
        List<int[]> spans = new ArrayList<>();
        for (int tier : DayPlan.TIERS) {
            span *= tier;
            spans.add(new int[] {span});
            if (span >= size) {
                break;
            }
        }
        for (int i = 0; i < size; i++) {
            List<Service> chain = new ArrayList<>();
            Address parent = null;
            for (int tier = spans.size() - 1; tier >= 0; tier--) {
                DayDesk host = libraries.get(i - i % spans.get(tier)[0]);
                chain.add(0, offer(host, "tier" + (tier + 1), parent));
                counts.hubs.putIfAbsent(host.address().domain(), new long[2]);
                parent = chain.get(0).address();
            }
            chain.add(0, offer(libraries.get(i), Service.DESK, parent));
            tiersOf.put(libraries.get(i), chain);
        }
    }

    private static Service offer(DayDesk host, String name, @Nullable Address parent) {
        return host.services.computeIfAbsent(
                host.address().withLocal(name),
                address -> new Service(
                        address,
                        Map.of("", name),
                        List.of(DayPlan.SHARED_LANGUAGE),
                        OWN_SECONDS,
                        parent,
                        PARENT_SECONDS,
                        Service.RING_SECONDS_DEFAULT,
                        null));
    }

    String token() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 26; i++) {
            token.append("abcdefghijklmnopqrstuvwxyz234567".charAt(tokens.nextInt(32)));
        }
        return token.toString();
    }

    DayDesk at(Address address) {
        return desks.get(address.domain());
    }

    private void plan() {
        for (DayDesk library : libraries) {
            for (int i = 0; i < DayPlan.OPERATORS; i++) {
                employ(library, i);
            }
            int questions = plan.poisson(DayPlan.QUESTIONS_PER_LIBRARY);
            for (int i = 0; i < questions; i++) {
                time.in(plan.arrival(), () -> question(library));
            }
            if (plan.hasOutage()) {
                time.in(plan.arrival(), () -> {
                    library.cut = true;
                    time.in(plan.outage(), () -> library.cut = false);
                });
            }
        }
    }

    /** Four in ten work a shift of four hours on a day. All of them are at their hub, too, and one in five a tier higher. */
    private void employ(DayDesk library, int number) {
        Random random = plan.random();
        List<Language> knows = new ArrayList<>();
        knows.add(new Language(DayPlan.SHARED_LANGUAGE, LanguageLevel.NATIVE));
        for (int more = random.nextInt(3); more > 0; more--) {
            String other = plan.other();
            if (knows.stream().noneMatch(known -> known.tag().equals(other))) {
                knows.add(new Language(other, LanguageLevel.C1));
            }
        }
        String handle = "h" + number;
        library.operators.put(
                handle,
                new Directory.Operator(
                        "op" + number, handle, new Profile(knows, List.of(), List.of()), DayPlan.CAPACITY));
        if (number % 5 < 2) {
            Duration begin = Duration.ofMinutes(8 * 60 + random.nextInt(10 * 60));
            List<Service> chain = tiersOf.get(library);
            int tiers = 2;
            while (tiers < chain.size() && random.nextInt(HIGHER_ONE_IN) == 0) {
                tiers++;
            }
            List<Service> duties = chain.subList(0, Math.min(tiers, chain.size()));
            time.in(begin, () -> library.comes(handle, duties));
            time.in(begin.plus(SHIFT), () -> library.goes(handle));
        }
    }

    private void question(DayDesk library) {
        String language = plan.language();
        Address patron = new Address("patron" + patrons++, library.domain, "web");
        Needs needs = language.equals(DayPlan.SHARED_LANGUAGE) ? Needs.NONE : Sample.language(language);
        boolean free = tiersOf.get(library).stream()
                .anyMatch(service -> !at(service.address()).cut
                        && at(service.address()).desk.rosterNow(service.address()).operators().stream()
                                .anyMatch(one -> one.free()
                                        && Fit.score(one.profile(), needs, SubjectOrder.PLAIN)
                                                .isPresent()));
        counts.asked++;
        counts.someoneFree += free ? 1 : 0;
        Asking asking = new Asking(time.instant(), free);
        waiting.put(patron, asking);
        library.asks(tiersOf.get(library).get(0), patron, language, "Who has the letters of her mother?");
        time.in(PATIENCE, () -> {
            if (waiting.remove(patron, asking)) {
                counts.neverTaken++;
                // They go; what they asked is answered later.
                library.asks(tiersOf.get(library).get(0), patron, language, "/later by mail");
            }
        });
    }

    /** What a patron reads. */
    void told(Address patron, String text) {
        Asking asking = waiting.get(patron);
        if (asking == null) {
            return;
        }
        Duration waited = Duration.between(asking.at(), time.instant());
        if (text.startsWith("PATRON_NOBODY")) {
            counts.laterOffered++;
        } else if (text.startsWith("PATRON_OPERATOR_JOINED")) {
            waiting.remove(patron);
            counts.pickUps.add(waited);
            if (asking.someoneFree() && waited.toSeconds() < 20) {
                counts.withinTwentyWhereFree++;
            }
            if (waited.toMillis() > 91_000) {
                counts.late++;
            }
        }
    }

    /** Over the link, if it holds. */
    void carry(DayDesk from, DayDesk to, Runnable arrives) {
        if (from == to) {
            time.in(Duration.ofMillis(1), arrives);
        } else if (!from.cut && !to.cut) {
            time.in(from.link().plus(to.link()), () -> {
                if (!to.cut) {
                    arrives.run();
                }
            });
        }
    }

    void send(DayDesk from, Address by, Address to, Payload payload, Asker.Form form, StateKey origin) {
        DayDesk target = at(to);
        counts.atHub(from.address().domain(), payload, by.local() != null ? 1 : 0);
        counts.atHub(target.address().domain(), payload, to.local() != null ? 1 : 0);
        Asker asker = new Asker(by, to, token(), form);
        if (form == Asker.Form.IQ) {
            asked.put(asker, new StateKeyAt(from, origin, to, payload));
            time.in(REQUEST_PATIENCE, () -> hears(asker, null, new Refusal(Condition.REMOTE_SERVER_TIMEOUT, "late")));
        }
        carry(from, target, () -> target.receive(asker, payload));
    }

    void answered(DayDesk by, Asker asker, @Nullable Payload result, @Nullable Refusal refusal) {
        StateKeyAt who = asked.get(asker);
        if (who != null) {
            if (result != null) {
                counts.atHub(by.address().domain(), result, asker.to().local() != null ? 1 : 0);
            }
            carry(by, who.desk(), () -> hears(asker, result, refusal));
        }
    }

    void refuse(DayDesk by, Asker asker, Refusal refusal) {
        answered(by, asker, null, refusal);
    }

    private void hears(Asker asker, @Nullable Payload result, @Nullable Refusal refusal) {
        StateKeyAt who = asked.remove(asker);
        if (who != null) {
            who.desk().desk.answered(who.key(), who.to(), who.request(), result, refusal);
            who.desk().turnSoon();
        }
    }

    private void put(Properties figures, String prefix) {
        double day = DayPlan.DAY.toSeconds();
        List<Double> perSecond = new ArrayList<>();
        List<Double> kilobytes = new ArrayList<>();
        counts.hubs.forEach((desk, hub) -> {
            perSecond.add(hub[0] / day);
            kilobytes.add(hub[1] / day / 1e3);
        });
        figures.setProperty(prefix + "asked", Integer.toString(counts.asked));
        figures.setProperty(
                prefix + "services",
                Integer.toString(
                        libraries.stream().mapToInt(one -> one.services.size()).sum() - libraries.size()));
        figures.setProperty(prefix + "within20", percent(counts.withinTwentyWhereFree, counts.someoneFree));
        figures.setProperty(prefix + "someoneFree", percent(counts.someoneFree, counts.asked));
        figures.setProperty(
                prefix + "within90",
                percent(
                        counts.pickUps.stream()
                                .filter(one -> one.toMillis() <= 90_000)
                                .count(),
                        counts.asked));
        figures.setProperty(prefix + "p50", Double.toString(counts.seconds(0.5)));
        figures.setProperty(prefix + "p99", Double.toString(counts.seconds(0.99)));
        figures.setProperty(prefix + "missed", percent(counts.neverTaken, counts.asked));
        figures.setProperty(prefix + "offeredLater", percent(counts.laterOffered, counts.asked));
        figures.setProperty(
                prefix + "hub.mean",
                Double.toString(
                        perSecond.stream().mapToDouble(one -> one).average().orElse(0)));
        figures.setProperty(
                prefix + "hub.max",
                Double.toString(perSecond.stream().mapToDouble(one -> one).max().orElse(0)));
        figures.setProperty(
                prefix + "hub.maxKilobytes",
                Double.toString(kilobytes.stream().mapToDouble(one -> one).max().orElse(0)));
    }

    private static String percent(long part, long all) {
        return Double.toString(all == 0 ? 0 : 100.0 * part / all);
    }

    /** How long the machine takes from a question to its first offer, with so many on duty. */
    private static double[] offerMillis() {
        DutyRoster roster = DutyRoster.EMPTY;
        Map<String, OnDuty> all = new HashMap<>();
        DayPlan plan = new DayPlan(SEED);
        for (int i = 0; i < ROSTER; i++) {
            Address operator = Address.parse("ask.lib" + i + ".test/h");
            OnDuty one =
                    Sample.onDuty(operator, Sample.speaks(DayPlan.SHARED_LANGUAGE, plan.other()), i % 2, Sample.START);
            all.put(
                    operator.toString(),
                    new OnDuty(operator, operator.toString(), one.stamp(), one.profile(), one.idleSince()));
        }
        roster = new DutyRoster(all, Map.of());
        RingMachine machine = Library.RINGS;
        Service service = new Service(Sample.ASK_NORTH, Map.of("", "x"), List.of(), 30, null, 60, 20, null);
        double[] millis = new double[OFFERS];
        for (int i = 0; i < OFFERS; i++) {
            Question question = new Question(
                    new Call(
                            Sample.question(i),
                            Sample.session(i),
                            Sample.UPPSALA,
                            false,
                            Sample.language(plan.other()),
                            "x",
                            null,
                            List.of(),
                            null),
                    30,
                    List.of());
            long begin = System.nanoTime();
            var decision = machine.ask(
                    question,
                    Sample.asker(Sample.UPPSALA, Sample.ASK_NORTH),
                    service,
                    new RingMachine.Standing(1, List.of(), new Queue(1, null), 1, false, roster),
                    new Moment(Sample.START, () -> "x"));
            millis[i] = (System.nanoTime() - begin) / 1e6;
            if (decision.records().isEmpty()) {
                throw new IllegalStateException("nothing was decided");
            }
        }
        double[] warm = Arrays.copyOfRange(millis, OFFERS / 2, OFFERS);
        Arrays.sort(warm);
        return warm;
    }

    private void run() {
        plan();
        time.pass(DayPlan.DAY);
    }

    /** A day of so many libraries that ring one operator at a time. */
    static DayCounts of(int size) {
        DayOfLibraries day = new DayOfLibraries(size, 1);
        day.run();
        day.counts.stillWaiting = day.waiting.size();
        return day.counts;
    }

    /** The file for the figures, and the sizes; after an x, how many operators ring at a time. */
    public static void main(String[] words) throws IOException {
        org.apache.log4j.Logger.getRootLogger().setLevel(org.apache.log4j.Level.OFF);
        Properties figures = new Properties();
        for (String size : Arrays.asList(words).subList(1, words.length)) {
            long begin = System.nanoTime();
            // "1000x2" rings two at a time.
            String[] parts = size.split("x");
            int parallel = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            DayOfLibraries day = new DayOfLibraries(Integer.parseInt(parts[0]), parallel);
            day.run();
            day.put(figures, size + ".");
            figures.setProperty(size + ".seconds", Double.toString((System.nanoTime() - begin) / 1e9));
            System.out.println(size + " libraries: " + day.counts.asked + " questions, in "
                    + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s");
        }
        double[] offer = offerMillis();
        figures.setProperty("offer.p50", Double.toString(offer[offer.length / 2]));
        figures.setProperty("offer.p99", Double.toString(offer[offer.length * 99 / 100]));
        try (Writer out = Files.newBufferedWriter(Path.of(words[0]))) {
            figures.store(out, null);
        }
    }
}
