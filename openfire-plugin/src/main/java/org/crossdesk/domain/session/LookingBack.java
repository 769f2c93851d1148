package org.crossdesk.domain.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Disclosure;
import org.crossdesk.protocol.session.RecalledLine;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.protocol.transfer.Recalled;
import org.jspecify.annotations.Nullable;

/** Tells operators in a session again what was said, in it or in the one that their patron had before. */
public final class LookingBack {
    private LookingBack() {}

    /** Why whoever asks may not look at the session before this one; null where they may. */
    public static @Nullable Refusal refusal(Session now, Address asking, RecallRequest request, Disclosure othersSee) {
        Owner one = now.operator(asking);
        if (one == null || one.epoch() != request.epoch()) {
            return new Refusal(Condition.FORBIDDEN, "only who is in the session may do that");
        }
        if (othersSee != Disclosure.ALL && !asking.domain().equals(now.home().domain())) {
            return new Refusal(
                    Condition.NOT_ALLOWED, "the home library shows operators of other libraries no sessions of before");
        }
        return null;
    }

    /** The lines of a session that has ended, as far as one answer goes, for an operator in the one after it. */
    public static Recalled before(Session ended, Address asking, RecallRequest request) {
        return page(ended, request, line -> false, ended.epochsOf(asking));
    }

    /** The lines of a session as far as one answer goes; {@code own} are the epochs in which the asker was in it. */
    static Recalled page(Session of, RecallRequest request, Predicate<Line> withheld, Set<Long> own) {
        List<RecalledLine> page = new ArrayList<>();
        long size = of.transcript().size();
        long next = request.after() + 1;
        int chars = 0;
        while (next <= size && page.size() < Bounds.RELAY_MAX_UTTERANCES) {
            Line line = of.transcript().at(next);
            chars += line.body().length();
            if (!page.isEmpty() && chars > SessionPolicy.RELAY_MAX_CHARS) {
                break;
            }
            if (!withheld.test(line)) {
                boolean said = line.epoch() > 0 && own.contains(line.epoch());
                page.add(new RecalledLine(line.seq(), line.at(), line.speaker(), said, line.body()));
            }
            next++;
        }
        return new Recalled(request.session(), request.epoch(), next <= size, List.copyOf(page));
    }
}
