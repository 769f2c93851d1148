package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.Tiers;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.edge.xmpp.StatusWatchers.Watcher;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.runtime.RosterWatch;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * How this desk's services stand over all their tiers: hears of the own staff rooms and, by presence, of the services
 * above; tells whoever watches. Ask Services, section "Whether Somebody Can Answer". What changes state happens on the
 * duty thread.
 */
final class StatusBoard implements RosterWatch {
    /** How often the hours are looked at. */
    static final int LOOK_SECONDS = 5;

    /** Nobody is told more often. */
    static final Duration QUIET = Duration.ofSeconds(1);

    /** So many may subscribe or probe in a second from one domain that is not our own. */
    static final int ASKED_PER_SECOND_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    /** What patrons are told of a service, and what the desks that roll up to it are. */
    private record Published(ServiceStatus toPatrons, ServiceStatus toDesks) {}

    /** A service of ours that listens to one above. */
    private record Ear(Address service, Address tier) {}

    private record Said(ServiceStatus status, Instant at) {}

    private final ScheduledExecutorService duty;
    private final Consumer<Packet> sender;
    private final Members members;
    private final ServiceBook services;
    private final Timetable timetable;
    private final InstantSource clock;
    private final StatusWords words;
    private final Duration renewal;
    private final StatusWatchers watchers;
    private final InboundRate asked;
    private final Map<Address, DutyRoster> rosters = new HashMap<>();
    private final Map<Ear, Said> heard = new HashMap<>();
    private final Map<Address, Published> published = new ConcurrentHashMap<>();
    private final Map<Address, Published> told = new HashMap<>();
    private final Map<Address, Instant> toldAt = new HashMap<>();
    private final Set<Address> toBeTold = new HashSet<>();

    /** {@code renewal} is how often the services above are asked. */
    StatusBoard(
            ScheduledExecutorService duty,
            Consumer<Packet> sender,
            Members members,
            ServiceBook services,
            Timetable timetable,
            InstantSource clock,
            StatusWords words,
            Duration renewal) {
        this.duty = duty;
        this.sender = sender;
        this.members = members;
        this.services = services;
        this.timetable = timetable;
        this.clock = clock;
        this.words = words;
        this.renewal = renewal;
        this.watchers = new StatusWatchers(this::own);
        this.asked = new InboundRate(ASKED_PER_SECOND_MAX, clock);
    }

    private boolean own(String domain) {
        return domain.equals(members.ownDesk()) || domain.equals(Members.library(members.ownDesk()));
    }

    /** Begins to look, and to ask the services above. */
    void start() {
        duty.scheduleWithFixedDelay(this::lookAtAll, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        duty.scheduleWithFixedDelay(this::renew, 0, renewal.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How the service stands for patrons. Safe for several threads. */
    ServiceStatus of(Service service) {
        Published now = published.get(service.address());
        return now != null
                ? now.toPatrons()
                : reckon(service, DutyRoster.EMPTY, List.of()).toPatrons();
    }

    /** Whether this is a service of ours, or was one. */
    boolean shows(Address address) {
        return services.at(address).isPresent();
    }

    /** A service was made, changed or given up. */
    void changed(Address service) {
        duty.execute(() -> {
            look(service);
            services.at(service).ifPresent(this::renew);
        });
    }

    @Override
    public void rosterChanged(Address service, DutyRoster now) {
        duty.execute(() -> {
            rosters.put(service, now);
            look(service);
        });
    }

    /** A presence came to a service of ours that is not its room's. */
    void presence(Address service, Presence presence) throws DecodingException {
        Address from = StanzaBridge.address(presence.getFrom()).bare();
        Presence.Type type = presence.getType();
        Element element = presence.getElement();
        Element payload = type == null ? Payloads.find(element).orElse(null) : null;
        ServiceStatus status = payload != null && Payloads.decode(payload) instanceof ServiceStatus said ? said : null;
        duty.execute(() -> {
            if (type == Presence.Type.subscribe || type == Presence.Type.probe) {
                watches(service, from, type);
            } else if (type == Presence.Type.unsubscribe) {
                watchers.remove(new Watcher(service, from));
            } else if (status != null) {
                hears(new Ear(service, from), status);
            } else if (type == Presence.Type.error || type == Presence.Type.unavailable) {
                lost(new Ear(service, from), type);
            }
        });
    }

    private void watches(Address address, Address from, Presence.Type type) {
        Service service = services.at(address).orElse(null);
        if (service == null || over(from.domain())) {
            return;
        }
        if (!watchers.add(address, from)) {
            LOG.debug("status.watchers.full domain={}", from.domain());
        }
        if (type == Presence.Type.subscribe) {
            send(address, from, Presence.Type.subscribed);
        }
        Published now = published.computeIfAbsent(address, unseen -> reckon(service));
        sender.accept(presence(service, from, isService(from) ? now.toDesks() : now.toPatrons()));
    }

    private boolean over(String domain) {
        InboundRate.Verdict verdict = own(domain) ? InboundRate.Verdict.PASSES : asked.of(domain);
        if (verdict == InboundRate.Verdict.OVER_FIRST) {
            LOG.warn("status.rate.exceeded domain={}", domain);
        }
        return verdict != InboundRate.Verdict.PASSES;
    }

    /** Whether a desk asks, in the name of a service that rolls up to ours. */
    private boolean isService(Address watcher) {
        return !members.isLibrary(watcher.domain()) && members.admits(watcher.domain());
    }

    private void hears(Ear ear, ServiceStatus status) {
        if (!listens(ear)) {
            send(ear.service(), ear.tier(), Presence.Type.unsubscribe);
            return;
        }
        heard.put(ear, new Said(status, clock.instant()));
        look(ear.service());
    }

    private void lost(Ear ear, Presence.Type how) {
        if (how == Presence.Type.error) {
            watchers.remove(new Watcher(ear.service(), ear.tier()));
        }
        if (heard.remove(ear) != null) {
            LOG.info("status.tier.lost service={} tier={}", ear.service(), ear.tier());
            look(ear.service());
        }
    }

    /** The services above that are believed: those of libraries that this one works with. */
    private Stream<Address> above(Service service) {
        return service.plan().closed()
                ? Stream.empty()
                : Stream.concat(Tiers.ofPatrons(service).above().stream(), Tiers.ofDesks(service).above().stream())
                        .distinct()
                        .filter(tier -> members.admits(tier.domain()));
    }

    private boolean listens(Ear ear) {
        return services.at(ear.service()).stream().flatMap(this::above).anyMatch(ear.tier()::equals);
    }

    private void renew() {
        for (Ear ear : List.copyOf(heard.keySet())) {
            if (!listens(ear)) {
                heard.remove(ear);
                send(ear.service(), ear.tier(), Presence.Type.unsubscribe);
            }
        }
        services.all().forEach(this::renew);
    }

    private void renew(Service service) {
        above(service).forEach(tier -> {
            boolean known = heard.containsKey(new Ear(service.address(), tier));
            send(service.address(), tier, known ? Presence.Type.probe : Presence.Type.subscribe);
        });
    }

    private void lookAtAll() {
        // One answer may be late; two are a link that is cut.
        Instant stale = clock.instant().minus(renewal.multipliedBy(5).dividedBy(2));
        heard.values().removeIf(said -> said.at().isBefore(stale));
        services.all().forEach(service -> look(service.address()));
    }

    private void look(Address address) {
        Service service = services.at(address).orElse(null);
        if (service == null) {
            return;
        }
        Published now = reckon(service);
        Published before = published.put(address, now);
        if (!now.equals(before) && toBeTold.add(address)) {
            Instant last = toldAt.getOrDefault(address, Instant.MIN);
            Duration since = last.equals(Instant.MIN) ? QUIET : Duration.between(last, clock.instant());
            long wait = Math.max(0, QUIET.minus(since).toMillis());
            duty.schedule(() -> tell(address), wait, TimeUnit.MILLISECONDS);
        }
    }

    private Published reckon(Service service) {
        List<Tiers.Heard> said = heard.entrySet().stream()
                .filter(one -> one.getKey().service().equals(service.address()))
                .map(one -> new Tiers.Heard(one.getKey().tier(), one.getValue().status()))
                .toList();
        return reckon(service, rosters.getOrDefault(service.address(), DutyRoster.EMPTY), said);
    }

    private Published reckon(Service service, DutyRoster roster, List<Tiers.Heard> said) {
        if (service.plan().closed()) {
            ServiceStatus closed = new ServiceStatus(ServiceStatus.State.CLOSED, null, List.of());
            return new Published(closed, closed);
        }
        Timetable.Standing hours = timetable.standing(service.plan().hours(), clock.instant());
        ServiceStatus toPatrons = Tiers.ofPatrons(service).status(hours, roster, said);
        return new Published(
                // By whom that is so is the desks' business.
                new ServiceStatus(toPatrons.state(), toPatrons.until(), List.of()),
                Tiers.ofDesks(service).status(hours, roster, said));
    }

    private void tell(Address address) {
        toBeTold.remove(address);
        Service service = services.at(address).orElse(null);
        Published now = published.get(address);
        if (service == null || now == null) {
            return;
        }
        Published before = told.put(address, now);
        toldAt.put(address, clock.instant());
        for (Address watcher : watchers.of(address)) {
            ServiceStatus status = isService(watcher) ? now.toDesks() : now.toPatrons();
            boolean known = before != null && status.equals(isService(watcher) ? before.toDesks() : before.toPatrons());
            if (!known) {
                sender.accept(presence(service, watcher, status));
            }
        }
    }

    /** Whoever watches hears that nothing more is said. On the duty thread. */
    void leave() {
        watchers.all().forEach(one -> send(one.service(), one.watcher(), Presence.Type.unavailable));
    }

    private void send(Address from, Address to, Presence.Type type) {
        Presence presence = new Presence(type);
        presence.setFrom(StanzaBridge.jid(from));
        presence.setTo(StanzaBridge.jid(to));
        sender.accept(presence);
    }

    private Presence presence(Service service, Address to, ServiceStatus status) {
        Presence presence = new Presence();
        presence.setFrom(StanzaBridge.jid(service.address()));
        presence.setTo(StanzaBridge.jid(to));
        switch (status.state()) {
            case OPEN -> {}
            case BUSY -> presence.setShow(Presence.Show.dnd);
            case AWAY -> presence.setShow(Presence.Show.away);
            case CLOSED -> presence.setShow(Presence.Show.xa);
        }
        QName lang = QName.get("lang", Namespace.XML_NAMESPACE);
        List<String> languages = words.languages();
        Element element = presence.getElement();
        element.addAttribute(lang, languages.get(0));
        for (String language : languages) {
            Element said = element.addElement("status");
            if (!language.equals(languages.get(0))) {
                said.addAttribute(lang, language);
            }
            said.setText(words.say(service, status, language));
        }
        element.add(StanzaBridge.write(status.toElement()));
        return presence;
    }
}
