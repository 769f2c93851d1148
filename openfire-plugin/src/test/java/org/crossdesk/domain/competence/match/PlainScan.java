package org.crossdesk.domain.competence.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;

/** What the index should find, by looking at everybody. */
final class PlainScan {
    /** A person. */
    private static final class Person {
        private final Address operator;
        private Profile profile = Profile.EMPTY;
        private boolean onDuty;
        private int capacity;
        private int load;
        private long turn;

        private Person(Address operator) {
            this.operator = operator;
        }
    }

    private record Scored(Person person, int points) {}

    private final SubjectTree tree;
    private final ToIntFunction<Address> place;
    private final Map<Address, Person> people = new LinkedHashMap<>();
    private long turn;

    /** {@code place} orders those off duty who are equals. */
    PlainScan(SubjectTree tree, ToIntFunction<Address> place) {
        this.tree = tree;
        this.place = place;
    }

    List<Address> operators() {
        return new ArrayList<>(people.keySet());
    }

    private Person person(Address operator) {
        return people.computeIfAbsent(operator, Person::new);
    }

    void put(Address operator, Profile profile) {
        person(operator).profile = profile;
    }

    void remove(Address operator) {
        people.remove(operator);
    }

    void onDuty(Address operator, int capacity) {
        Person person = person(operator);
        person.capacity = capacity;
        if (!person.onDuty) {
            person.onDuty = true;
            person.load = 0;
            person.turn = turn++;
        }
    }

    void offDuty(Address operator) {
        if (people.containsKey(operator)) {
            person(operator).onDuty = false;
        }
    }

    void load(Address operator, int load) {
        if (people.containsKey(operator) && person(operator).onDuty) {
            Person person = person(operator);
            person.turn = load > person.load ? turn++ : person.turn;
            person.load = load;
        }
    }

    List<Match> find(Need need, int most) {
        Comparator<Scored> order = need.order() == Need.Order.BEST_SCORE
                ? Comparator.comparingInt(one -> -one.points())
                : Comparator.comparingInt(one -> 0);
        return people.values().stream()
                .filter(person -> person.onDuty || !need.onDuty())
                .filter(person -> !need.free() || !person.onDuty || person.load < person.capacity)
                .filter(person -> !need.not().contains(person.operator))
                .flatMap(person -> points(person.profile, need).stream().mapToObj(points -> new Scored(person, points)))
                .sorted(Comparator.comparing((Scored one) -> !need.prefer().contains(one.person().operator))
                        .thenComparing(order)
                        .thenComparing(one -> !one.person().onDuty)
                        .thenComparing(one -> one.person().onDuty ? one.person().load : 0)
                        .thenComparing(one -> one.person().onDuty ? one.person().turn : 0)
                        .thenComparing(one -> place.applyAsInt(one.person().operator)))
                .limit(most)
                .map(one -> new Match(
                        one.person().operator,
                        one.points(),
                        one.person().onDuty,
                        one.person().onDuty ? one.person().load : 0))
                .toList();
    }

    private OptionalInt points(Profile profile, Need need) {
        List<Integer> parts = new ArrayList<>();
        if (!need.knows().languages().isEmpty()) {
            parts.add(best(need.knows().languages().stream()
                    .flatMap(needed -> profile.languages().stream()
                            .filter(known -> known.level().compareTo(needed.level()) >= 0)
                            .filter(known -> sameLanguage(known, needed))
                            .map(known -> 4 * (known.level().ordinal() + 1)))));
        }
        for (Subject needed : need.knows().subjects()) {
            parts.add(best(profile.subjects().stream()
                    .filter(known -> known.level() >= needed.level())
                    .map(known -> known.level() * perLevel(needed.uri(), known.uri(), need.broaderCovers()))));
        }
        for (Insight needed : need.knows().insights()) {
            parts.add(best(profile.insights().stream()
                    .filter(known -> known.kind() == needed.kind()
                            && known.name().equals(needed.name())
                            && known.level() >= needed.level())
                    .map(known -> 4 * known.level())));
        }
        return parts.contains(0)
                ? OptionalInt.empty()
                : OptionalInt.of(parts.stream().mapToInt(Integer::intValue).sum());
    }

    private static int best(Stream<Integer> points) {
        return points.max(Comparator.naturalOrder()).orElse(0);
    }

    private static boolean sameLanguage(Language one, Language other) {
        return (one.tag() + "-").startsWith(other.tag() + "-") || (other.tag() + "-").startsWith(one.tag() + "-");
    }

    private int perLevel(String needed, String known, boolean broaderCovers) {
        boolean same = known.equals(needed) || tree.same(needed).contains(known);
        boolean near = tree.close(needed).contains(known)
                || (broaderCovers && tree.broader(needed).contains(known));
        boolean narrower = Stream.concat(Stream.of(needed), tree.same(needed).stream())
                .anyMatch(top -> !top.equals(known) && tree.broader(known).contains(top));
        return IntStream.of(same ? 4 : 0, near ? 3 : 0, narrower ? 2 : 0).max().orElseThrow();
    }
}
