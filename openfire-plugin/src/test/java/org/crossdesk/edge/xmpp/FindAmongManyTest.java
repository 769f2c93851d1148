package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.competence.Find;
import org.junit.jupiter.api.Test;

class FindAmongManyTest {
    private static final Find PERSIAN = new Find(Sample.language("fa"), false);
    private static final int SOON_SECONDS = 20;

    @Test
    void everybodyAnswersAndWhoeverIsCutOffIsNamedAndRemembered() throws Exception {
        try (FindAmongMany world = new FindAmongMany(40, 3, Duration.ofSeconds(1))) {
            Finder.Result all = world.finder().begin(PERSIAN).done().get(SOON_SECONDS, TimeUnit.SECONDS);
            assertThat(all.silent()).isEmpty();
            assertThat(all.people()).hasSizeGreaterThan(40).allMatch(one -> one.asOf() == null);
            long ofCut = all.people().stream()
                    .filter(one -> one.operator().domain().equals("ask.lib3.test"))
                    .count();
            assertThat(ofCut).isPositive();

            world.cut("ask.lib3.test");
            Finder.Searching searching = world.finder().begin(PERSIAN);
            Finder.Result first = searching.first().get(SOON_SECONDS, TimeUnit.SECONDS);
            assertThat(first.silent()).as("most have not answered yet").hasSizeGreaterThan(20);
            Finder.Result done = searching.done().get(SOON_SECONDS, TimeUnit.SECONDS);
            assertThat(done.silent()).containsExactly("lib3.test");
            assertThat(done.people()).hasSameSizeAs(all.people());
            assertThat(done.people().stream().filter(one -> one.asOf() != null).count())
                    .isEqualTo(ofCut);
        }
    }
}
