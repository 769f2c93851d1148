package org.crossdesk.domain.transfer;

import java.util.List;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Said;
import org.crossdesk.domain.competence.NeedsInWords;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.Disclosure;
import org.crossdesk.protocol.ask.LineNumber;
import org.crossdesk.protocol.ask.Note;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Part;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.jspecify.annotations.Nullable;

/** What an operator's client is told, by the contact that stands for the session. */
final class Telling {
    private final Phrases phrases;
    private final @Nullable String language;

    Telling(Phrases phrases, @Nullable String language) {
        this.phrases = phrases;
        this.language = language;
    }

    void offer(Draft<Engagement, EngagementRecord> draft, Offer offer) {
        Call call = offer.call();
        Phrase phrase = offered(call);
        String text = phrases.say(
                phrase, language, words(call.needs()), LibraryDomain.of(call.home()), offer.service(), call.summary());
        boolean before = call.transfer() && call.discloses() == Disclosure.QUESTION;
        if (before && !call.home().domain().equals(draft.state().operator().domain())) {
            text += "\n" + phrases.say(Phrase.OPERATOR_SEES_QUESTION, language);
        }
        String policy = call.policy();
        if (policy != null) {
            text += "\n" + phrases.say(Phrase.OPERATOR_POLICY, language, policy);
        }
        tell(draft, text, List.of(offer, new Part(Part.Phase.RINGING, call.role(), false)));
    }

    private static Phrase offered(Call call) {
        Role role = call.role();
        if (role == null) {
            return call.transfer() ? Phrase.OPERATOR_OFFER_TRANSFER : Phrase.OPERATOR_OFFER;
        }
        return switch (role) {
            case COLLEAGUE -> Phrase.OPERATOR_OFFER_COLLEAGUE;
            case CONSULTANT -> Phrase.OPERATOR_OFFER_CONSULTANT;
        };
    }

    /** What somebody hears who has come into a session. */
    static Phrase has(@Nullable Role role) {
        if (role == null) {
            return Phrase.OPERATOR_HAS_IT;
        }
        return switch (role) {
            case COLLEAGUE -> Phrase.OPERATOR_JOINED_COLLEAGUE;
            case CONSULTANT -> Phrase.OPERATOR_JOINED_CONSULTANT;
        };
    }

    String words(Needs needs) {
        String words = NeedsInWords.of(needs, language, phrases);
        return words.isEmpty() ? phrases.say(Phrase.OPERATOR_NEEDS_NOTHING, language) : words;
    }

    /** The desk itself says something to the operator. */
    void note(Draft<Engagement, EngagementRecord> draft, Phrase phrase, Object... arguments) {
        tell(draft, phrases.say(phrase, language, arguments), List.of(phrase.note()));
    }

    /** The desk itself tells the operator how they stand from now on. */
    void stands(Draft<Engagement, EngagementRecord> draft, Phrase phrase) {
        tell(draft, phrases.say(phrase, language), List.of(phrase.note(), part(draft.state())));
    }

    /** How an operator stands in a session. */
    static Part part(Engagement state) {
        return new Part(
                switch (state.phase()) {
                    case RINGING -> Part.Phase.RINGING;
                    case ACCEPTING -> Part.Phase.ACCEPTING;
                    case ENGAGED -> Part.Phase.ENGAGED;
                    case OVER -> Part.Phase.OVER;
                },
                state.phase() == Phase.ENGAGED ? state.role() : state.call().role(),
                state.later());
    }

    /** Why a transfer came to nothing, and what could be asked for instead. */
    void notTransferred(Draft<Engagement, EngagementRecord> draft, Phrase why, @Nullable Needs nearest) {
        note(draft, why);
        String asked = nearest == null ? "" : NeedsInWords.asTyped(nearest);
        if (nearest != null && !asked.isEmpty()) {
            note(draft, Phrase.OPERATOR_TRANSFER_NEAREST, words(nearest), asked);
        }
    }

    /** The last that the operator hears by this contact, and why. */
    void over(Draft<Engagement, EngagementRecord> draft, Phrase why) {
        Part over = new Part(Part.Phase.OVER, part(draft.state()).role(), false);
        tell(draft, phrases.say(why, language), List.of(why.note(), new Closed(), over));
        draft.record(new EngagementRecord.Over());
    }

    private static void tell(Draft<Engagement, EngagementRecord> draft, String text, List<Payload> payloads) {
        Engagement state = draft.state();
        draft.effect(new Effect.Tell(state.contact(), state.reader(), text, null, payloads));
    }

    void notDelivered(Draft<Engagement, EngagementRecord> draft, List<Pending> words) {
        words.forEach(one -> note(draft, Phrase.OPERATOR_NOT_DELIVERED, one.body()));
    }

    void refuse(
            Draft<Engagement, EngagementRecord> draft,
            EngagementEvent.Wrote wrote,
            Refusal.Condition condition,
            Phrase phrase,
            Object... arguments) {
        String text = phrases.say(phrase, language, arguments);
        draft.effect(new Effect.Refuse(wrote.asker(), new Refusal(condition, text)));
        note(draft, phrase, arguments);
    }

    /** A line of the session: the patron's as it is, what others said with their part before it. */
    void line(Draft<Engagement, EngagementRecord> draft, Utterance utterance) {
        Engagement state = draft.state();
        if (utterance.own() != null || utterance.withheld()) {
            return;
        }
        String body = utterance.body();
        String text = switch (utterance.speaker()) {
            case PATRON -> body;
            case OPERATOR -> phrases.say(Phrase.OPERATOR_LINE_OF_OPERATOR, language, body);
            case DESK -> phrases.say(Phrase.OPERATOR_LINE_OF_DESK, language, body);
            case ASIDE -> phrases.say(Phrase.OPERATOR_LINE_ASIDE, language, body);
        };
        LineNumber line = new LineNumber(utterance.seq(), utterance.seq() - 1, utterance.speaker());
        int prefix = text.endsWith(body) ? text.length() - body.length() : 0;
        Extras extras = utterance.extras();
        Long corrects = extras == null ? null : extras.corrects();
        draft.effect(new Effect.Tell(
                state.contact(),
                state.reader(),
                text,
                utterance.seq() <= state.transcriptUpTo() ? utterance.at() : null,
                utterance.speaker() == Speaker.PATRON ? List.of(line) : List.of(Note.PLAIN, line),
                new Said(
                        Showing.messageId(state, utterance.seq()),
                        corrects == null ? null : Showing.messageId(state, corrects),
                        extras == null ? null : extras.link(),
                        !state.call().home().domain().equals(state.operator().domain()),
                        null,
                        prefix == 0 ? null : text.codePointCount(0, prefix))));
    }
}
