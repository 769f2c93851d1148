package org.crossdesk.edge.xmpp;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.Fit;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Staff;
import org.crossdesk.protocol.ask.StaffingAnswer;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;

/**
 * Which services our operators staff: our own, and those of other libraries to which ours consents. Every change goes to
 * the directory first. Reading is safe for several threads; changes come on the duty thread.
 */
final class Consents {
    /** So many services of one hub are remembered. */
    static final int PER_HUB_MAX = 500;

    /** So many of them may wait for the coordinator's answer. */
    static final int UNDECIDED_PER_HUB_MAX = 50;

    private final Directory directory;
    private final ServiceBook own;
    private final Set<Address> standing;
    private final Consent.Rule rule;
    private final OperatorBook operators;
    private final SubjectOrder order;
    private final Timetable timetable;
    private final InstantSource clock;
    private volatile Map<Address, Consent> byService = Map.of();

    /** {@code standing} are the services that the library's administrator has consented to. */
    Consents(
            Directory directory,
            ServiceBook own,
            Collection<Address> standing,
            Consent.Rule rule,
            OperatorBook operators,
            SubjectOrder order,
            Timetable timetable,
            InstantSource clock) {
        this.directory = directory;
        this.own = own;
        this.standing = Set.copyOf(standing);
        this.rule = rule;
        this.operators = operators;
        this.order = order;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** Reads what is kept. */
    void load() throws JournalException {
        Map<Address, Consent> all = new LinkedHashMap<>();
        directory.consents().forEach(consent -> all.put(consent.service(), consent));
        byService = Map.copyOf(all);
    }

    /** What other libraries' services have asked. */
    List<Consent> all() {
        return List.copyOf(byService.values());
    }

    Optional<Consent> of(Address service) {
        return Optional.ofNullable(byService.get(service));
    }

    /** The services of other libraries that ours staffs. */
    List<Address> staffed() {
        List<Address> staffed = new ArrayList<>(standing);
        staffed.removeIf(service -> of(service).map(one -> !one.stands()).orElse(false));
        byService.values().stream()
                .filter(one -> one.stands() && !standing.contains(one.service()))
                .forEach(one -> staffed.add(one.service()));
        return staffed;
    }

    /**
     * A service asks us to staff it.
     *
     * @return why it can't even be considered; null: it is
     */
    @Nullable
    Refusal asked(Address service, Staff staff) throws JournalException {
        Consent before = byService.get(service);
        if (before == null) {
            long all = ofHub(service.domain()).count();
            long undecided = undecided(service.domain());
            if (all >= PER_HUB_MAX || undecided >= UNDECIDED_PER_HUB_MAX) {
                return new Refusal(
                        Condition.RESOURCE_CONSTRAINT,
                        all + " services of " + service.domain() + " have asked already, and " + undecided
                                + " of them wait for the coordinator's answer");
            }
        }
        Consent.Rule standingRule = standing.contains(service) ? Consent.Rule.ALWAYS : rule;
        keep(
                before == null
                        ? Consent.asked(service, staff, standingRule, clock.instant())
                        : before.askedAgain(staff, standingRule, clock.instant()));
        return null;
    }

    private Stream<Consent> ofHub(String desk) {
        return byService.values().stream().filter(one -> one.service().domain().equals(desk));
    }

    /** How many services of the hub with this desk wait for our coordinator's answer. */
    long undecided(String desk) {
        return ofHub(desk).filter(one -> one.answer() == Consent.Answer.OPEN).count();
    }

    /** Our coordinator answers. */
    void answered(Consent before, boolean given, Consent.Terms terms, String by) throws JournalException {
        keep(before.answered(given, terms, by, clock.instant()));
    }

    /** A service wants us no longer. */
    void dismissed(Address service) throws JournalException {
        Consent before = byService.get(service);
        if (before != null && before.answer() == Consent.Answer.OPEN) {
            directory.forget(before);
            Map<Address, Consent> changed = new LinkedHashMap<>(byService);
            changed.remove(service);
            byService = Map.copyOf(changed);
        } else if (before != null && before.wanted()) {
            keep(before.dismissed());
        }
    }

    private void keep(Consent consent) throws JournalException {
        if (consent.equals(byService.get(consent.service()))) {
            return;
        }
        directory.save(consent);
        Map<Address, Consent> changed = new LinkedHashMap<>(byService);
        changed.put(consent.service(), consent);
        byService = Map.copyOf(changed);
    }

    /** What our library says to the service now. */
    StaffingAnswer answer(Address service) {
        Consent consent = byService.get(service);
        StaffingAnswer.Answer answer = switch (consent == null ? Consent.Answer.REFUSED : consent.answer()) {
            case OPEN -> StaffingAnswer.Answer.ASKED;
            case GIVEN -> StaffingAnswer.Answer.CONSENTS;
            case REFUSED -> StaffingAnswer.Answer.REFUSES;
        };
        long people = operators.all().stream()
                .filter(operator -> fits(operator.profile(), service))
                .count();
        return new StaffingAnswer(answer, (int) people);
    }

    /** Whether somebody of ours with this profile knows what the service's operators must know. */
    boolean fits(Profile profile, Address service) {
        return Fit.score(profile, needs(service), order).isPresent();
    }

    private Needs needs(Address service) {
        return own.at(service)
                .map(one -> one.plan().needs())
                .or(() -> of(service).map(Consent::needs))
                .orElse(Needs.NONE);
    }

    /** What the service calls itself. */
    String title(Address service) {
        return own.at(service)
                .map(one -> one.name(null))
                .or(() -> of(service).map(Consent::title))
                .orElse(service.toString());
    }

    /** To how much of it we agree. */
    Consent.Terms terms(Address service) {
        return of(service).map(Consent::terms).orElse(Consent.Terms.NONE);
    }

    /** Whether our operators are to be rung by the service at this hour. */
    boolean openTo(Address service) {
        Hours hours = terms(service).hours();
        return hours == null || timetable.standing(hours, clock.instant()).open();
    }
}
