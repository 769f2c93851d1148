package org.crossdesk.edge.xmpp;

import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.StateKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the outlet answers to, which is made after it. */
final class LateAnswers implements StanzaOutlet.Answers {
    private static final Logger LOG = LoggerFactory.getLogger(LateAnswers.class);

    private final Members members;
    private final String rooms;
    private volatile @Nullable Desk desk;
    private volatile @Nullable DutyPosts posts;
    private volatile @Nullable Attentions attentions;

    LateAnswers(Members members, String rooms) {
        this.members = members;
        this.rooms = rooms;
    }

    /** From now on there are posts. */
    void bind(DutyPosts madePosts, Attentions madeAttentions) {
        posts = madePosts;
        attentions = madeAttentions;
    }

    /** From now on there is a desk. */
    void bind(Desk made) {
        desk = made;
    }

    @Override
    public void answered(
            StateKey origin, Address by, Payload request, @Nullable Payload result, @Nullable Refusal refusal) {
        Desk made = desk;
        if (made != null) {
            made.answered(origin, by, request, known(result), refusal);
        }
    }

    @Override
    public void missed(Effect.Missed missed) {
        Attentions made = attentions;
        if (made != null) {
            made.missed(missed);
        }
    }

    @Override
    public Address roomOf(Address service) {
        return new Address(service.local(), rooms, null);
    }

    void attentionChanged(String handle) {
        DutyPosts made = posts;
        if (made != null) {
            made.attentionChanged(handle);
        }
    }

    /** Whom a service rolls up to is asked only if it is of a library that this one works with. */
    private @Nullable Payload known(@Nullable Payload result) {
        if (!(result instanceof Brokered brokered)) {
            return result;
        }
        RollUp next = brokered.next();
        if (next == null || members.admits(next.service().domain())) {
            return result;
        }
        LOG.info("rollup.ignored service={} mend=\"add its library to crossdesk.members\"", next.service());
        return brokered.alone();
    }
}
