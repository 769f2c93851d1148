package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.Phase;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Console;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Recall;
import org.crossdesk.protocol.ask.RecalledLines;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.protocol.transfer.Recalled;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;

/**
 * The clients that have taken over all sessions of their operators. Ask Services, section "Taking Over". They are
 * remembered until they are gone: after a restart each comes again.
 */
final class Consoles implements StanzaOutlet.Readers {
    /** By account. */
    private final Map<Address, Address> consoles = new ConcurrentHashMap<>();
    /** Sessions in which the operator has written from another client since. */
    private final Map<Address, Set<Address>> elsewhere = new ConcurrentHashMap<>();

    private final String library;
    private final Address ownDesk;
    private final Predicate<Address> connected;
    private final ServiceBook services;
    private final Phrases phrases;
    private final @Nullable String language;
    private final InstantSource clock;

    /** What is only there later. */
    record Bound(
            Desk desk,
            StanzaOutlet outlet,
            Requests requests,
            DutyPosts posts,
            Function<Address, Directory.@Nullable Operator> operatorOf) {}

    private volatile @Nullable Bound bound;

    /** {@code connected} knows of a client of ours whether it is there. */
    Consoles(
            String library,
            Address ownDesk,
            Predicate<Address> connected,
            ServiceBook services,
            Phrases phrases,
            @Nullable String language,
            InstantSource clock) {
        this.library = library;
        this.ownDesk = ownDesk;
        this.connected = connected;
        this.services = services;
        this.phrases = phrases;
        this.language = language;
        this.clock = clock;
    }

    void bind(Bound made) {
        bound = made;
        made.posts().admissions().watchedBy(this::postsChanged);
    }

    private Bound bound() {
        Bound made = bound;
        if (made == null) {
            throw new IllegalStateException("the desk is not wired yet");
        }
        return made;
    }

    /** A console reads what its operator's contacts tell; a client that has gone is reached wherever else they are. */
    @Override
    public Address of(Address from, Address to) {
        if (to.local() == null || !to.domain().equals(library)) {
            return to;
        }
        Address console = consoles.get(to.bare());
        if (console != null && OperatorDoor.session(from).isPresent()) {
            boolean here = connected.test(console)
                    && !elsewhere.getOrDefault(to.bare(), Set.of()).contains(from);
            if (here) {
                return console;
            }
        }
        return to.resource() != null && !connected.test(to) ? to.bare() : to;
    }

    /** A client wants all sessions of its operator. */
    void takenOver(Asker asker) {
        Address client = asker.from();
        Directory.Operator operator = bound().operatorOf().apply(client.bare());
        if (operator == null || client.resource() == null) {
            bound().outlet()
                    .refuse(new Effect.Refuse(
                            asker,
                            new Refusal(
                                    Condition.FORBIDDEN,
                                    "only operators of this library work here: your account is none of them")));
            return;
        }
        Address before = consoles.put(client.bare(), client);
        elsewhere.remove(client.bare());
        if (before != null && !before.equals(client) && connected.test(before)) {
            tell(before, phrases.say(Phrase.OPERATOR_TAKEN_OVER, language), Console.TAKEN);
        }
        bound().desk().engagements(operator.handle()).whenComplete((engagements, busy) -> {
            if (busy != null) {
                bound().outlet()
                        .refuse(new Effect.Refuse(
                                asker, new Refusal(Condition.RESOURCE_CONSTRAINT, "the desk is too busy; try again")));
            } else {
                bound().outlet().answer(new Effect.Answer(asker, overview(operator, engagements)));
            }
        });
    }

    private void tell(Address to, String words, Console console) {
        bound().outlet().tell(new Effect.Tell(ownDesk, to, words, null, List.of(console)));
    }

    private Console overview(Directory.Operator operator, List<Engagement> engagements) {
        return new Console(
                false,
                bound().posts().paused(operator.handle()),
                posts(operator),
                engagements.stream()
                        .filter(one -> one.phase() != Phase.OVER)
                        .limit(Bounds.CAPACITY_MAX)
                        .map(one -> new Console.InSession(one.session(), one.part(), offer(one)))
                        .toList());
    }

    private Offer offer(Engagement engagement) {
        Instant until = engagement.phase() == Phase.RINGING ? engagement.ringsUntil() : null;
        long left = until == null ? 1 : Duration.between(clock.instant(), until).toSeconds();
        return new Offer(
                engagement.call(),
                engagement.service(),
                (int) Math.min(Math.max(left, 1), Bounds.EXPIRY_MAX_SECONDS),
                false);
    }

    private List<Console.Post> posts(Directory.Operator operator) {
        Admissions admissions = bound().posts().admissions();
        return admissions.letIn(new Address(operator.account(), library, null)).stream()
                .sorted(Comparator.comparing(Address::toString))
                .limit(Bounds.POSTS_MAX)
                .flatMap(service ->
                        admissions.room(service).map(room -> new Console.Post(service, room, name(service))).stream())
                .toList();
    }

    private @Nullable String name(Address service) {
        return services.at(service).map((Service own) -> own.name(language)).orElse(null);
    }

    /** The services have changed that this operator may staff, or may have. */
    void postsChanged(Address account) {
        Address console = consoles.get(account.bare());
        Directory.Operator operator =
                console == null ? null : bound().operatorOf().apply(account.bare());
        if (console != null && operator != null && connected.test(console)) {
            Console now = new Console(false, bound().posts().paused(operator.handle()), posts(operator), List.of());
            bound().outlet().show(ownDesk, console, now);
        }
    }

    /** The operator has written by this contact from a client. */
    void wrote(Address contact, Address client) {
        Address console = consoles.get(client.bare());
        if (console != null && !console.equals(client)) {
            elsewhere
                    .computeIfAbsent(client.bare(), any -> ConcurrentHashMap.newKeySet())
                    .add(contact.bare());
        }
    }

    /** A client is gone. */
    void gone(Address client) {
        if (consoles.remove(client.bare(), client)) {
            elsewhere.remove(client.bare());
        }
    }

    /** A client asks a session's contact for what was said: its home library has it. */
    void recalled(Asker asker, SessionId session, Recall recall) {
        Directory.Operator operator = bound().operatorOf().apply(asker.from().bare());
        if (operator == null) {
            refuse(
                    asker,
                    new Refusal(Condition.FORBIDDEN, "only operators of this library talk with a session's contact"));
            return;
        }
        bound().desk().engagements(operator.handle()).whenComplete((engagements, busy) -> {
            Engagement engagement = busy != null
                    ? null
                    : engagements.stream()
                            .filter(one -> one.session().equals(session) && one.phase() == Phase.ENGAGED)
                            .findFirst()
                            .orElse(null);
            if (engagement == null) {
                refuse(asker, new Refusal(Condition.ITEM_NOT_FOUND, "you are not in this session"));
            } else {
                ask(asker, engagement, recall);
            }
        });
    }

    private void ask(Asker asker, Engagement engagement, Recall recall) {
        IQ iq = new IQ(IQ.Type.get);
        iq.setFrom(StanzaBridge.jid(engagement.operator()));
        iq.setTo(StanzaBridge.jid(engagement.call().home()));
        RecallRequest request =
                new RecallRequest(engagement.session(), engagement.epoch(), recall.after(), recall.before());
        iq.setChildElement(StanzaBridge.write(request.toElement()));
        bound().requests().send(iq, (result, refusal) -> {
            if (result instanceof Recalled recalled && recalled.session().equals(engagement.session())) {
                RecalledLines lines = new RecalledLines(recalled.more(), recalled.lines());
                bound().outlet().answer(new Effect.Answer(asker, lines));
            } else {
                refuse(
                        asker,
                        refusal != null
                                ? refusal
                                : new Refusal(Condition.BAD_REQUEST, "the home library's answer makes no sense"));
            }
        });
    }

    private void refuse(Asker asker, Refusal refusal) {
        bound().outlet().refuse(new Effect.Refuse(asker, refusal));
    }
}
