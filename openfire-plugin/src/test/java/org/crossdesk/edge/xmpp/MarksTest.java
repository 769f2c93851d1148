package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.Test;
import org.xmpp.packet.Presence;

class MarksTest {
    private static final Stamp STAMP = new Stamp("h7", "x", 0, 2);
    private static final Profile PROFILE = new Profile(
            List.of(new Language("fa", LanguageLevel.NATIVE)),
            List.of(new Subject(Subject.GENERAL_SCHEME, "law", 3)),
            List.of());

    @Test
    void colleaguesSeeHatsAndDesksTheStamp() {
        String xml = Marks.of(STAMP, PROFILE, Sample.PHRASES, "en")
                .on(new Presence())
                .toXML();
        assertThat(xml)
                .contains("handle=\"h7\"", "urn:xmpp:hats:0", "title=\"Persian ★\"", "title=\"law 3\"")
                .doesNotContain("<show>", "away");
    }

    @Test
    void whoseClientSaysAwayIsAwayAndWhoIsAwayLooksSo() {
        Marks marks = Marks.of(STAMP, Profile.EMPTY, Sample.PHRASES, "en");
        for (Presence.Show show : List.of(Presence.Show.away, Presence.Show.xa, Presence.Show.dnd)) {
            Presence presence = new Presence();
            presence.setShow(show);
            assertThat(marks.of(presence).stamp().away()).isTrue();
        }
        Presence chatty = new Presence();
        chatty.setShow(Presence.Show.chat);
        assertThat(marks.of(chatty).stamp().away()).isFalse();
        Marks paused = Marks.of(STAMP.gone(), Profile.EMPTY, Sample.PHRASES, "en");
        assertThat(paused.on(new Presence()).getShow()).isEqualTo(Presence.Show.away);
    }

    @Test
    void whatAClientClaimsIsTakenAwayAndHatsAreBounded() {
        Profile polyglot = new Profile(
                IntStream.range(0, 20)
                        .mapToObj(i -> new Language("a" + (char) ('a' + i), LanguageLevel.B2))
                        .toList(),
                List.of(),
                List.of());
        Marks marks = Marks.of(STAMP, polyglot, Sample.PHRASES, "en");
        assertThat(marks.hats()).hasSize(Marks.HATS_MAX);
        Presence claimed = marks.on(new Presence());
        Marks.strip(claimed);
        assertThat(claimed.toXML()).doesNotContain("hats", "competence");
    }
}
