package org.crossdesk.domain.competence.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossdesk.domain.competence.match.Need.Order;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.Test;

class CompetenceIndexTest {
    private static final int WORLDS = 10_000;
    private static final Address SARA = Address.parse("ask.north.example/sara");
    private static final Address TOVE = Address.parse("ask.south.example/tove");
    private static final Needs PERSIAN = new Needs(List.of(new Language("fa", LanguageLevel.B1)), List.of(), List.of());
    private static final Profile SPEAKS_PERSIAN =
            new Profile(List.of(new Language("fa", LanguageLevel.NATIVE)), List.of(), List.of());

    private final CompetenceIndex index = new CompetenceIndex(SubjectTree.FLAT);

    private List<Address> find(Need need) {
        return index.find(need, 10).operators();
    }

    @Test
    void findsInSmallWorldsWhatAPlainScanFinds() {
        int found = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed, 3 + seed % 40, 3 + seed % 17, 2 + seed % 11);
            try {
                for (int step = 0; step < 60; step++) {
                    world.change();
                    if (step % 6 == 5) {
                        world.ask();
                    }
                }
                world.end();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("in the world of seed " + seed, e);
            }
            found += world.found();
        }
        assertThat(found).as("what there was to find").isGreaterThan(5 * WORLDS);
    }

    @Test
    void findsAcrossTheChunksOfALargerWorld() {
        RandomWorld world = new RandomWorld(4, 150_000, 60, 1_024);
        for (int round = 0; round < 4; round++) {
            for (int change = 0; change < 100_000; change++) {
                world.change();
            }
            for (int query = 0; query < 5; query++) {
                world.ask();
            }
        }
        assertThat(world.index().size()).isGreaterThan(1 << Chunk.SHIFT);
        world.end();
    }

    @Test
    void whoIsLeastLoadedComesFirstAndOfThoseWhoHasWaitedLongest() {
        Address rosa = Address.parse("ask.north.example/rosa");
        for (Address operator : List.of(SARA, TOVE, rosa)) {
            index.put(operator, SPEAKS_PERSIAN);
            index.onDuty(operator, 2);
        }
        index.load(SARA, 1);
        assertThat(find(Need.freeNow(PERSIAN))).containsExactly(TOVE, rosa, SARA);
        index.load(TOVE, 1);
        index.load(TOVE, 0);
        assertThat(find(Need.freeNow(PERSIAN).in(Order.LEAST_LOADED))).containsExactly(rosa, TOVE, SARA);
        index.load(rosa, 2);
        assertThat(find(Need.freeNow(PERSIAN))).containsExactly(TOVE, SARA);
    }

    @Test
    void whoIsOffDutyIsFoundOnlyAmongEverybody() {
        index.put(SARA, SPEAKS_PERSIAN);
        assertThat(find(Need.freeNow(PERSIAN))).isEmpty();
        assertThat(find(Need.anybody(PERSIAN))).containsExactly(SARA);
    }

    @Test
    void thosePreferredComeFirstAndThoseNotMeantNotAtAll() {
        index.put(SARA, SPEAKS_PERSIAN);
        index.put(TOVE, SPEAKS_PERSIAN);
        index.onDuty(SARA, 1);
        assertThat(find(Need.anybody(PERSIAN))).containsExactly(SARA, TOVE);
        assertThat(find(Need.anybody(PERSIAN).preferring(Set.of(TOVE)))).containsExactly(TOVE, SARA);
        assertThat(find(Need.anybody(PERSIAN).without(Set.of(SARA)))).containsExactly(TOVE);
    }

    @Test
    void whoIsRemovedIsFoundNoMoreAndLeavesNothingBehind() {
        index.put(SARA, SPEAKS_PERSIAN);
        index.onDuty(SARA, 1);
        index.remove(SARA);
        assertThat(find(Need.anybody(PERSIAN))).isEmpty();
        assertThat(index.size()).isZero();
        assertThat(index.terms()).isZero();
        index.put(TOVE, SPEAKS_PERSIAN);
        assertThat(find(Need.freeNow(PERSIAN)))
                .as("not on duty in the other's place")
                .isEmpty();
    }

    @Test
    void whoComesOnDutyBeforeTheirProfileIsFoundOnceItIsThere() {
        index.onDuty(SARA, 1);
        assertThat(find(Need.freeNow(PERSIAN))).isEmpty();
        assertThat(find(Need.freeNow(Needs.NONE))).containsExactly(SARA);
        index.put(SARA, SPEAKS_PERSIAN);
        assertThat(find(Need.freeNow(PERSIAN))).containsExactly(SARA);
    }

    @Test
    void aLongProfileAndALongAddressAreKept() {
        Address far = new Address("ل".repeat(1_000), "far.example", "\uD83D\uDCDA".repeat(500));
        List<Subject> subjects = IntStream.range(0, Bounds.COMPETENCES_MAX)
                .mapToObj(i -> new Subject("general", "subject " + i, 1 + i % 3))
                .toList();
        for (int other = 0; other < 50; other++) {
            index.put(Address.parse("o" + other + "@near.example"), new Profile(List.of(), subjects, List.of()));
        }
        index.put(far, new Profile(SPEAKS_PERSIAN.languages(), subjects, List.of()));
        assertThat(find(Need.anybody(new Needs(PERSIAN.languages(), subjects.subList(184, 200), List.of()))))
                .containsExactly(far);
    }

    @Test
    void whatWasFoundIsNotLookedAtAfterAChange() {
        index.put(SARA, SPEAKS_PERSIAN);
        Matches matches = index.find(Need.anybody(PERSIAN), 1);
        assertThat(matches.get(0)).isEqualTo(new Match(SARA, 28, false, 0));
        index.remove(SARA);
        assertThat(matches.size()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(() -> matches.get(0));
    }

    @Test
    void boundsAreKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> index.find(Need.freeNow(Needs.NONE), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.find(Need.freeNow(Needs.NONE), CompetenceIndex.MATCHES_MAX + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> index.onDuty(SARA, Bounds.CAPACITY_MAX + 1));
        index.onDuty(SARA, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> index.load(SARA, Bounds.CAPACITY_MAX + 1));
        Set<Address> many = IntStream.rangeClosed(0, Bounds.EXCLUDED_MAX)
                .mapToObj(i -> Address.parse("o" + i + "@x.example"))
                .collect(Collectors.toSet());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Need.freeNow(Needs.NONE).without(many));
    }
}
