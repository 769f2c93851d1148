package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.session.Speaker;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    @Test
    void keepsLinesInOrderWithoutGaps() {
        Transcript two = Transcript.EMPTY.plus(line(1, "a")).plus(line(2, "b"));
        assertThat(two.lines()).extracting(Line::body).containsExactly("a", "b");
        assertThatThrownBy(() -> two.plus(line(4, "d"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> two.plus(line(2, "b"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEarlierOneGoesOnInAnotherWayWithoutHarmToEither() {
        Transcript one = Transcript.EMPTY.plus(line(1, "a"));
        Transcript rolledBack = one.plus(line(2, "b")).plus(line(3, "c"));
        Transcript other = one.plus(line(2, "x"));
        Transcript third = one.plus(line(2, "y"));
        assertThat(one.lines()).extracting(Line::body).containsExactly("a");
        assertThat(rolledBack.lines()).extracting(Line::body).containsExactly("a", "b", "c");
        assertThat(other.plus(line(3, "z")).lines()).extracting(Line::body).containsExactly("a", "x", "z");
        assertThat(third.lines()).extracting(Line::body).containsExactly("a", "y");
    }

    @Test
    void theBeginningIsSharedByAllSessionsAndStaysEmpty() {
        Transcript.EMPTY.plus(line(1, "a"));
        assertThat(Transcript.EMPTY.lines()).isEmpty();
        assertThat(Transcript.EMPTY.plus(line(1, "b")).lines())
                .extracting(Line::body)
                .containsExactly("b");
    }

    @Test
    void theSameLineTwiceFromOnePlaceIsTheSameTranscript() {
        Transcript one = Transcript.EMPTY.plus(line(1, "a"));
        Transcript drafted = one.plus(line(2, "b")).plus(line(3, "c"));
        Transcript carriedOut = one.plus(line(2, "b"));
        assertThat(carriedOut.lines()).extracting(Line::body).containsExactly("a", "b");
        assertThat(carriedOut.plus(line(3, "c"))).isEqualTo(drafted).hasSameHashCodeAs(drafted);
        assertThat(carriedOut.plus(line(3, "d")).lines()).extracting(Line::body).containsExactly("a", "b", "d");
        assertThat(drafted.lines()).extracting(Line::body).containsExactly("a", "b", "c");
    }

    @Test
    void givesAPart() {
        Transcript three =
                Transcript.EMPTY.plus(line(1, "a")).plus(line(2, "b")).plus(line(3, "c"));
        assertThat(three.from(2, 1)).extracting(Line::body).containsExactly("b");
        assertThat(three.from(2, Integer.MAX_VALUE)).extracting(Line::body).containsExactly("b", "c");
        assertThat(three.from(4, 10)).isEmpty();
        assertThat(three.from(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(three.from(1, 0)).isEmpty();
    }

    private static Line line(long seq, String body) {
        return new Line(seq, Sample.START, Speaker.PATRON, 0, 0, body);
    }
}
