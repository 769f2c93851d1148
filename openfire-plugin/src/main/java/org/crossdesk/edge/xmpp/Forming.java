package org.crossdesk.edge.xmpp;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.Staffing;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Dismiss;
import org.crossdesk.protocol.ask.Staff;
import org.crossdesk.protocol.ask.StaffingAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.IQ;

/**
 * Asks libraries to staff our services, and knows what they have answered: Ask Services, section "Asking Libraries to
 * Staff It". Not kept over a restart, since the libraries keep it: they are asked again. Changes on the duty thread.
 */
final class Forming {
    /** So many libraries are asked at once, and so many more each second: a hub may have thousands. */
    static final int ASKED_PER_SECOND_MAX = 50;

    /** When whoever did not answer is asked again. */
    static final int AGAIN_SECONDS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(Forming.class);

    /**
     * How it stands with a library.
     *
     * @param answer what it said; null: nothing yet
     * @param refusal why it could not be asked, if that is known
     */
    record Standing(
            @Nullable StaffingAnswer answer, @Nullable String refusal) {
        private static final Standing ASKED = new Standing(null, null);

        /** For a coordinator, behind the library's name. */
        String inWords() {
            if (answer == null) {
                return refusal == null ? "has not answered yet" : "can't be asked: " + refusal;
            }
            return switch (answer.answer()) {
                case CONSENTS -> "consents, with " + answer.people() + " who know what is needed";
                case ASKED -> "has asked its coordinator; " + answer.people() + " there know what is needed";
                case REFUSES -> "refuses";
            };
        }
    }

    private record Errand(Address service, String library, Payload payload) {}

    private final ScheduledExecutorService duty;
    private final Requests requests;
    private final Members members;
    private final StaffRooms staffRooms;
    private final Map<Address, Map<String, Standing>> byService = new ConcurrentHashMap<>();
    private final Map<Address, Service> forming = new ConcurrentHashMap<>();
    /** In their order, and none twice. */
    private final Set<Errand> errands = new LinkedHashSet<>();

    private int left = ASKED_PER_SECOND_MAX;

    Forming(ScheduledExecutorService duty, Requests requests, Members members, StaffRooms staffRooms) {
        this.duty = duty;
        this.requests = requests;
        this.members = members;
        this.staffRooms = staffRooms;
    }

    /** Begins to ask. */
    void start() {
        duty.scheduleWithFixedDelay(
                () -> {
                    left = ASKED_PER_SECOND_MAX;
                    run();
                },
                1,
                1,
                TimeUnit.SECONDS);
        duty.scheduleWithFixedDelay(this::again, AGAIN_SECONDS, AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    /** The libraries that a service asks: every member, or those it names. Everybody has a desk, and asks for help with it by name. */
    private Collection<String> libraries(Service service) {
        Staffing staffing = service.plan().staffing();
        if (staffing.kind() == Staffing.Kind.NAMED) {
            return staffing.libraries().stream()
                    .filter(library -> members.isLibrary(library) && !library.equals(members.ownLibrary()))
                    .toList();
        }
        return Service.DESK.equals(service.address().local()) ? List.of() : members.libraries();
    }

    /** A service is there, or was changed: who is to staff it is asked, and who no longer is to hears that. */
    void form(Service service) {
        duty.execute(() -> {
            forming.put(service.address(), service);
            Map<String, Standing> standings =
                    byService.computeIfAbsent(service.address(), any -> new ConcurrentHashMap<>());
            Set<String> wanted = new HashSet<>(libraries(service));
            Set<String> before = new HashSet<>(standings.keySet());
            before.removeAll(wanted);
            for (String library : before) {
                standings.remove(library);
                errands.add(new Errand(service.address(), library, new Dismiss()));
            }
            for (String library : wanted) {
                standings.putIfAbsent(library, Standing.ASKED);
                errands.add(new Errand(service.address(), library, staff(service)));
            }
            run();
        });
    }

    private static Staff staff(Service service) {
        return new Staff(service.name(null), service.plan().needs());
    }

    /** A service is given up. */
    void dissolve(Address service) {
        duty.execute(() -> {
            forming.remove(service);
            Map<String, Standing> standings = byService.remove(service);
            errands.removeIf(errand -> errand.service().equals(service));
            if (standings != null) {
                standings.keySet().forEach(library -> errands.add(new Errand(service, library, new Dismiss())));
            }
            run();
        });
    }

    /** What each library that was asked has said. */
    Map<String, Standing> standings(Address service) {
        return new TreeMap<>(byService.getOrDefault(service, Map.of()));
    }

    /** A library says by itself what it does; the answer is whether it was asked. */
    void answered(Address service, String library, StaffingAnswer answer, java.util.function.Consumer<Boolean> asked) {
        duty.execute(() -> asked.accept(heard(service, library, answer)));
    }

    /** A library's desk comes into the staff room, so it consents, whatever we have heard of it. */
    void came(Address service, String library) {
        duty.execute(() -> {
            Standing standing = byService.getOrDefault(service, Map.of()).get(library);
            StaffingAnswer known = standing == null ? null : standing.answer();
            if (standing != null && (known == null || known.answer() != StaffingAnswer.Answer.CONSENTS)) {
                heard(
                        service,
                        library,
                        new StaffingAnswer(StaffingAnswer.Answer.CONSENTS, known == null ? 0 : known.people()));
            }
        });
    }

    private boolean heard(Address service, String library, StaffingAnswer answer) {
        Map<String, Standing> standings = byService.get(service);
        if (standings == null || !standings.containsKey(library)) {
            return false;
        }
        standings.put(library, new Standing(answer, null));
        LOG.info("service.staffing service={} library={} answer={}", service, library, answer.answer());
        staffRooms.dismiss(service, library, answer.answer() == StaffingAnswer.Answer.REFUSES);
        return true;
    }

    private void again() {
        byService.forEach((address, standings) -> {
            Service service = forming.get(address);
            if (service != null) {
                standings.forEach((library, standing) -> {
                    if (standing.answer() == null) {
                        errands.add(new Errand(address, library, staff(service)));
                    }
                });
            }
        });
        run();
    }

    private void run() {
        for (Iterator<Errand> next = errands.iterator(); left > 0 && next.hasNext(); left--) {
            Errand errand = next.next();
            next.remove();
            IQ iq = new IQ(IQ.Type.set);
            iq.setFrom(StanzaBridge.jid(errand.service()));
            iq.setTo(members.deskOf(errand.library()));
            iq.setChildElement(StanzaBridge.write(errand.payload().toElement()));
            requests.send(iq, (result, refusal) -> duty.execute(() -> done(errand, result, refusal)));
        }
    }

    private void done(Errand errand, @Nullable Payload result, @Nullable Refusal refusal) {
        if (refusal != null) {
            LOG.info(
                    "service.staffing.unanswered service={} library={} reason={}",
                    errand.service(),
                    errand.library(),
                    refusal.text());
        }
        if (!(errand.payload() instanceof Staff)) {
            return;
        }
        if (result instanceof StaffingAnswer answer) {
            heard(errand.service(), errand.library(), answer);
        } else {
            String why = Optional.ofNullable(refusal).map(Refusal::text).orElse("no answer that we know");
            Map<String, Standing> standings = byService.get(errand.service());
            if (standings != null) {
                standings.computeIfPresent(errand.library(), (library, before) -> new Standing(before.answer(), why));
            }
        }
    }
}
