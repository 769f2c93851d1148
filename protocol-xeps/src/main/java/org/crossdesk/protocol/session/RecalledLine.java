package org.crossdesk.protocol.session;

import java.time.Instant;
import java.util.List;
import org.crossdesk.protocol.Bounds;

/**
 * A line of a session that is told again.
 *
 * @param seq its place in the session
 * @param at when the home desk kept it
 * @param by who said it
 * @param own whether the operator who asks said it
 * @param body the text
 */
public record RecalledLine(long seq, Instant at, Speaker by, boolean own, String body) {
    public RecalledLine {
        Bounds.range("seq", seq, 1, Long.MAX_VALUE);
        Bounds.time("at", at);
        Bounds.text("body", body, Bounds.BODY_MAX_CHARS);
        if (own && by != Speaker.OPERATOR && by != Speaker.ASIDE) {
            throw new IllegalArgumentException("what an operator said is an operator's, or an aside");
        }
    }

    /** As many as one answer may hold. */
    public static List<RecalledLine> page(List<RecalledLine> lines) {
        List<RecalledLine> page = Bounds.list("lines", lines, Bounds.RELAY_MAX_UTTERANCES);
        long chars = lines.stream()
                .mapToLong(line -> line.body().codePointCount(0, line.body().length()))
                .sum();
        Bounds.range("characters of all lines", chars, 0, Bounds.RELAY_MAX_CHARS);
        return page;
    }
}
