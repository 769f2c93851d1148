package org.crossdesk.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The judge of the chaos run finds what it is there to find. */
class JudgementTest {
    private static final String SESSION = "x";

    /** What people say of a talk of four lines that went well, for a test to spoil. */
    private static final class Talk {
        private final List<String> saidByPatron = new ArrayList<>(List.of("P1.1", "P1.2", "P1.3", "P1.4"));
        private final List<String> heard = new ArrayList<>(List.of("O1.x.1", "F1.x.2"));
        private final List<String> seenByFirst = new ArrayList<>(saidByPatron);
        private @Nullable List<String> seenBySecond;
        private final List<String> saidByFirst = new ArrayList<>(List.of("O1.x.1", "F1.x.2"));
        private final List<String> notDelivered = new ArrayList<>();
        private @Nullable String patronWaits;
        private @Nullable String operatorWaits;
        private boolean firstOpen = true;
        private boolean secondOpen;

        private static List<Conversation.Kept> kept(List<String> bodies) {
            return bodies.stream().map(body -> new Conversation.Kept(body, 10)).toList();
        }

        private static List<Testimony.Heard> at(List<String> bodies) {
            return bodies.stream().map(body -> new Testimony.Heard(body, 20)).toList();
        }

        private Judgement judged() {
            Testimony.OfPatron patron = new Testimony.OfPatron(1, kept(saidByPatron), patronWaits, at(heard));
            Stream<Testimony.OfOperator> first = Stream.of(new Testimony.OfOperator(
                    1,
                    SESSION,
                    kept(saidByFirst),
                    operatorWaits,
                    notDelivered,
                    List.of(new Testimony.Stint(1, at(seenByFirst))),
                    firstOpen));
            Stream<Testimony.OfOperator> second = seenBySecond == null
                    ? Stream.empty()
                    : Stream.of(new Testimony.OfOperator(
                            2,
                            SESSION,
                            List.of(),
                            null,
                            List.of(),
                            List.of(new Testimony.Stint(5, at(seenBySecond))),
                            secondOpen));
            return Judgement.of(List.of(patron), Stream.concat(first, second).toList());
        }

        private String row(String name) {
            return judged().inWords().stream()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(".* ", "");
        }
    }

    /** It was handed over to a second operator, who saw these lines and has it now. */
    private static Talk handedOver(String... seen) {
        Talk talk = new Talk();
        talk.seenBySecond = Arrays.asList(seen);
        talk.firstOpen = false;
        talk.secondOpen = true;
        talk.heard.set(1, "F2.x.1");
        talk.saidByFirst.remove(1);
        return talk;
    }

    @Test
    void whatWentWellIsClean() {
        assertThat(new Talk().judged().clean()).isTrue();
        assertThat(handedOver("P1.1", "P1.2", "P1.3", "P1.4").judged().clean()).isTrue();
    }

    @Test
    void linesThatNobodySawAreLost() {
        Talk talk = new Talk();
        talk.seenByFirst.remove(3);
        assertThat(talk.row("lost")).isEqualTo("2");
        Talk middle = new Talk();
        middle.seenByFirst.remove(1);
        assertThat(middle.row("lost")).isEqualTo("2");
        assertThat(middle.judged().clean()).isFalse();
    }

    @Test
    void aTranscriptWithoutItsBeginningOrItsEndIsALoss() {
        assertThat(handedOver("P1.3", "P1.4").row("lost")).isEqualTo("1");
        assertThat(handedOver("P1.1", "P1.2").row("lost")).isEqualTo("1");
        assertThat(handedOver().row("lost")).isEqualTo("1");
    }

    @Test
    void whatComesTwiceOrInAnotherOrderIsSeen() {
        Talk twice = new Talk();
        twice.seenByFirst.add("P1.4");
        assertThat(twice.row("doubled")).isEqualTo("1");
        Talk turned = new Talk();
        turned.seenByFirst.set(1, "P1.3");
        turned.seenByFirst.set(2, "P1.2");
        assertThat(turned.row("out of order")).isEqualTo("1");
        Talk patron = new Talk();
        patron.heard.add("O1.x.1");
        assertThat(patron.row("doubled")).isEqualTo("1");
        assertThat(patron.row("out of order")).isEqualTo("1");
    }

    @Test
    void wordsOfAnOperatorAreHeardOrToldOf() {
        Talk talk = new Talk();
        talk.saidByFirst.add("O1.x.3");
        assertThat(talk.row("lost")).isEqualTo("1");
        talk.notDelivered.add("O1.x.3");
        assertThat(talk.row("lost")).isEqualTo("0");
        assertThat(talk.row("told that it was not")).isEqualTo("1");
    }

    @Test
    void whatIsNeverConfirmedIsSeen() {
        Talk talk = new Talk();
        talk.patronWaits = "P1.5";
        talk.operatorWaits = "O1.x.3";
        assertThat(talk.row("never confirmed")).isEqualTo("2");
        assertThat(talk.judged().clean()).isFalse();
    }

    @Test
    void aSessionHasOneOwnerWhoKnows() {
        Talk nobody = new Talk();
        nobody.heard.remove(1);
        nobody.saidByFirst.remove(1);
        assertThat(nobody.judged().clean()).isFalse();
        Talk two = handedOver("P1.1", "P1.2", "P1.3", "P1.4");
        two.firstOpen = true;
        assertThat(two.row("sessions with other than one owner")).isEqualTo("1");
        Talk unaware = new Talk();
        unaware.firstOpen = false;
        assertThat(unaware.row("sessions with other than one owner")).isEqualTo("1");
    }

    @Test
    void theWayIsMeasuredFromWhenAllWasWellAgain() {
        assertThat(new Talk().judged().ways(List.of(new Faults.Healed(15, false))))
                .singleElement()
                .asString()
                .contains("longest way after a link was whole", "of 6 that waited");
        assertThat(new Talk().judged().ways(List.of(new Faults.Healed(25, false))))
                .isEmpty();
    }
}
