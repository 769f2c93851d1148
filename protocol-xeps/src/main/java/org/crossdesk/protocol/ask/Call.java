package org.crossdesk.protocol.ask;

import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What a home desk tells of a session when it calls for an operator; the same in the question to a service and in
 * the offer to an operator.
 *
 * @param question names this call; shown again on acceptance
 * @param session the session that wants an operator
 * @param home the home library's desk, which the accepting desk answers to
 * @param transfer whether an operator already owns the session and hands it over
 * @param needs what the operator must know
 * @param summary what it is about, in one line
 * @param language BCP 47 tag of the summary, if known
 * @param hops desks that have owned the session or been asked for it, oldest first
 * @param policy the home library's policy page: its address or its text
 * @param role what the operator is to be in a session that stays with its owner; none: its owner
 * @param discloses what they see of what was said before, if they are of another library; none: all
 */
public record Call(
        QuestionId question,
        SessionId session,
        Address home,
        boolean transfer,
        Needs needs,
        String summary,
        @Nullable String language,
        List<Address> hops,
        @Nullable String policy,
        @Nullable Role role,
        @Nullable Disclosure discloses) {
    public Call {
        Bounds.text("summary", summary, Bounds.SUMMARY_MAX_CHARS);
        hops = Bounds.list("hops", hops, Bounds.HOPS_MAX);
        if (language != null) {
            Bounds.languageTag("language", language);
        }
        if (policy != null) {
            Bounds.text("policy", policy, Bounds.POLICY_MAX_CHARS);
        }
    }

    /** A call for an owner. */
    public Call(
            QuestionId question,
            SessionId session,
            Address home,
            boolean transfer,
            Needs needs,
            String summary,
            @Nullable String language,
            List<Address> hops,
            @Nullable String policy) {
        this(question, session, home, transfer, needs, summary, language, hops, policy, null, null);
    }
}
