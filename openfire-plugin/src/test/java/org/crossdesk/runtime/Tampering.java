package org.crossdesk.runtime;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.session.Owner;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.SayRefused;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.jspecify.annotations.Nullable;

/** Ways of spoiling what the real code decides. */
final class Tampering {
    private Tampering() {}

    static SessionEvent asOwner(Owner owner, Say say) {
        return new SessionEvent.DeskSent(
                new org.crossdesk.domain.Asker(
                        owner.operator(),
                        Address.ofDomain("ask.uppsala.test"),
                        "planted",
                        org.crossdesk.domain.Asker.Form.MESSAGE),
                new Say(say.session(), owner.epoch(), owner.said() + 1, say.at(), say.body()));
    }

    static EngagementEvent released(Engagement state) {
        return new EngagementEvent.HomeSent(
                new org.crossdesk.domain.Asker(
                        state.call().home(), state.operator(), "planted", org.crossdesk.domain.Asker.Form.MESSAGE),
                new Released(state.session(), state.epoch(), Released.Reason.CLOSED, state.said()));
    }

    /** The owner's words that have been taken are refused where they come again. */
    static List<Effect> refusingAgain(Session state, SessionEvent event, List<Effect> effects) {
        Owner owner = state.owner();
        if (owner != null
                && event instanceof SessionEvent.DeskSent sent
                && sent.payload() instanceof Say say
                && say.epoch() == owner.epoch()
                && say.number() == owner.said()) {
            SayRefused refused = new SayRefused(say.session(), say.epoch(), say.number(), "no");
            return with(effects, new Effect.Send(state.home(), sent.asker().from(), refused));
        }
        return effects;
    }

    /** The owner is released when they ask to hand over. */
    static List<Effect> releasingEarly(Session state, SessionEvent event, List<Effect> effects) {
        Owner owner = state.owner();
        if (owner != null
                && event instanceof SessionEvent.DeskSent sent
                && sent.payload() instanceof TransferRequest request
                && request.epoch() == owner.epoch()) {
            Released released = new Released(state.id(), owner.epoch(), Released.Reason.TRANSFERRED, owner.said());
            return with(effects, new Effect.Ask(state.home(), owner.operator(), released));
        }
        return effects;
    }

    static List<Effect> with(List<Effect> effects, Effect one) {
        return Stream.concat(effects.stream(), Stream.of(one)).toList();
    }

    static List<Effect> without(List<Effect> effects, java.util.function.Predicate<Effect> which) {
        return effects.stream().filter(which.negate()).toList();
    }

    static List<Effect> relays(List<Effect> effects, UnaryOperator<List<Utterance>> change) {
        return effects.stream()
                .map(effect -> effect instanceof Effect.Send send && send.payload() instanceof Relay relay
                        ? relay(send, relay, change.apply(relay.utterances()))
                        : effect)
                .filter(Objects::nonNull)
                .toList();
    }

    static @Nullable Effect relay(Effect.Send send, Relay relay, List<Utterance> lines) {
        return lines.isEmpty()
                ? null
                : new Effect.Send(send.from(), send.to(), new Relay(relay.session(), relay.epoch(), lines));
    }
}
