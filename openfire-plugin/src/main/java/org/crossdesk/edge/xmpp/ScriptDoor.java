package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.protocol.ask.Scripts;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;

/** Gives operators' clients the scripts that they may use, those of hubs with them. Ask Services, section "Scripts". */
final class ScriptDoor {
    /** All words of one answer together: more would hold up a slow link, and a stanza has its limit. */
    static final int ANSWER_MAX_CHARS = 60_000;

    /** So long what a service of another desk has answered is taken for the present. */
    static final Duration HEARD_FOR = Duration.ofMinutes(1);

    private record Heard(Instant at, CompletableFuture<Optional<List<Script>>> scripts) {}

    private final ScriptBook book;
    private final Address ownDesk;
    private final Function<Address, Directory.@Nullable Operator> operatorOf;
    private final Predicate<Address> coordinates;
    private final ServiceBook services;
    private final Function<Directory.Operator, List<Address>> staffable;
    private final Requests requests;
    private final StanzaOutlet outlet;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<Address, Heard> heard = new ConcurrentHashMap<>();

    /** {@code staffable} knows the services that an operator may staff, {@code coordinates} the library's coordinators. */
    ScriptDoor(
            ScriptBook book,
            Address ownDesk,
            Function<Address, Directory.@Nullable Operator> operatorOf,
            Predicate<Address> coordinates,
            ServiceBook services,
            Function<Directory.Operator, List<Address>> staffable,
            Requests requests,
            StanzaOutlet outlet,
            Duration patience,
            InstantSource clock) {
        this.book = book;
        this.ownDesk = ownDesk;
        this.operatorOf = operatorOf;
        this.coordinates = coordinates;
        this.services = services;
        this.staffable = staffable;
        this.requests = requests;
        this.outlet = outlet;
        this.patience = patience;
        this.clock = clock;
    }

    /** The desk of a library that staffs this service of ours asks for its scripts. */
    void ofService(Asker asker, Address service) {
        outlet.answer(new Effect.Answer(asker, fitting(book.of(service), List.of())));
    }

    /** A client asks. */
    void asked(Asker asker) {
        Address account = asker.from().bare();
        Directory.Operator operator = operatorOf.apply(account);
        boolean coordinator = coordinates.test(account);
        if (operator == null && !coordinator) {
            outlet.refuse(new Effect.Refuse(
                    asker,
                    new Refusal(Condition.FORBIDDEN, "only operators and coordinators of this library use scripts")));
            return;
        }
        List<Script> own = new ArrayList<>();
        if (operator != null) {
            own.addAll(book.of(operator.account()));
        }
        own.addAll(book.ofLibrary());
        List<Address> staffed = operator == null ? List.of() : staffable.apply(operator);
        services.all().stream()
                .filter(service -> !service.plan().closed())
                .map(service -> service.address())
                .filter(service -> coordinator || staffed.contains(service))
                .sorted(Comparator.comparing(Address::toString))
                .forEach(service -> own.addAll(book.of(service)));
        Map<Address, CompletableFuture<Optional<List<Script>>>> asked = new LinkedHashMap<>();
        staffed.stream()
                .filter(service -> !service.domain().equals(ownDesk.domain()))
                .sorted(Comparator.comparing(Address::toString))
                .limit(Bounds.POSTS_MAX)
                .forEach(service -> asked.put(service, ofOther(service)));
        CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(any -> outlet.answer(new Effect.Answer(asker, together(own, asked))));
    }

    private static Scripts together(List<Script> own, Map<Address, CompletableFuture<Optional<List<Script>>>> asked) {
        List<Script> all = new ArrayList<>(own);
        List<Address> silent = new ArrayList<>();
        asked.forEach((service, answer) ->
                answer.getNow(Optional.empty()).ifPresentOrElse(all::addAll, () -> silent.add(service)));
        return fitting(all, silent);
    }

    /** As many as fit into one answer, the first first. */
    static Scripts fitting(List<Script> all, List<Address> silent) {
        List<Script> fitting = new ArrayList<>();
        int chars = 0;
        for (Script script : all) {
            chars += script.words().length() + script.name().length();
            if (fitting.size() < Bounds.SCRIPTS_MAX && chars <= ANSWER_MAX_CHARS) {
                fitting.add(script);
            }
        }
        return new Scripts(fitting, silent, all.size() - fitting.size());
    }

    /** What a service of another desk has; nothing where it refuses. */
    private CompletableFuture<Optional<List<Script>>> ofOther(Address service) {
        Instant now = clock.instant();
        Heard before = heard.get(service);
        if (before != null && before.at().plus(HEARD_FOR).isAfter(now)) {
            return before.scripts();
        }
        CompletableFuture<Optional<List<Script>>> scripts = new CompletableFuture<>();
        Heard fresh = new Heard(now, scripts);
        heard.values().removeIf(one -> !one.at().plus(HEARD_FOR).isAfter(now));
        heard.put(service, fresh);
        IQ iq = new IQ(IQ.Type.get);
        iq.setFrom(StanzaBridge.jid(ownDesk));
        iq.setTo(StanzaBridge.jid(service));
        iq.setChildElement(StanzaBridge.write(Scripts.NONE.toElement()));
        requests.send(iq, (result, refusal) -> {
            if (result instanceof Scripts answer) {
                scripts.complete(Optional.of(ofIts(service, answer)));
            } else {
                heard.remove(service, fresh);
                scripts.complete(Optional.empty());
            }
        });
        return scripts;
    }

    /** Whatever it says, a service speaks for itself alone. */
    private static List<Script> ofIts(Address service, Scripts answer) {
        return answer.all().stream()
                .limit(ScriptBook.EACH_MAX)
                .map(script -> script.of(service))
                .toList();
    }
}
