package org.crossdesk.edge.xmpp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.NeedsInWords;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Note;
import org.crossdesk.protocol.ask.Staff;
import org.crossdesk.protocol.ask.StaffingAnswer;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.IQ;

/**
 * Services of other libraries ask ours to staff them; our coordinators answer, and our operators follow. Changes on the
 * duty thread.
 */
final class StaffingElsewhere {
    /** A coordinator is told of so many services of one hub that wait; who looks at those sees the others. */
    static final int TOLD_PER_HUB_MAX = 5;

    private static final Logger LOG = LoggerFactory.getLogger(StaffingElsewhere.class);

    private final Executor duty;
    private final Consents consents;
    private final DutyPosts posts;
    private final Requests requests;
    private final StanzaOutlet outlet;
    private final Address ownDesk;
    private final Supplier<Set<Address>> coordinators;
    /** What each service was told last. On the duty thread. */
    private final Map<Address, StaffingAnswer> told = new HashMap<>();

    private final Phrases phrases;
    private final String language;

    StaffingElsewhere(
            Executor duty,
            Consents consents,
            DutyPosts posts,
            Requests requests,
            StanzaOutlet outlet,
            Address ownDesk,
            Supplier<Set<Address>> coordinators,
            Phrases phrases,
            String language) {
        this.duty = duty;
        this.consents = consents;
        this.posts = posts;
        this.requests = requests;
        this.outlet = outlet;
        this.ownDesk = ownDesk;
        this.coordinators = coordinators;
        this.phrases = phrases;
        this.language = language;
    }

    /** A service asks ours to staff it. */
    void asked(Asker asker, Staff staff) {
        Address service = asker.from();
        changing(service, asker, () -> {
            boolean known = consents.of(service).isPresent();
            Refusal refusal = consents.asked(service, staff);
            if (refusal != null) {
                outlet.refuse(new Effect.Refuse(asker, refusal));
                return;
            }
            StaffingAnswer answer = consents.answer(service);
            told.put(service, answer);
            outlet.answer(new Effect.Answer(asker, answer));
            consents.of(service)
                    .filter(consent -> !known && consent.answer() == Consent.Answer.OPEN)
                    .filter(consent -> consents.undecided(service.domain()) <= TOLD_PER_HUB_MAX)
                    .ifPresent(this::tellCoordinators);
        });
    }

    /** A service wants us no longer. */
    void dismissed(Asker asker) {
        changing(asker.from(), asker, () -> {
            consents.dismissed(asker.from());
            outlet.answer(new Effect.Answer(asker, null));
        });
    }

    private interface Change {
        void happen() throws JournalException;
    }

    private void changing(Address service, Asker asker, Change change) {
        duty.execute(() -> {
            try {
                change.happen();
                follow(service);
            } catch (JournalException e) {
                LOG.error("consent.save.failed service={}", service, e);
                outlet.refuse(new Effect.Refuse(
                        asker, new Refusal(Condition.INTERNAL_SERVER_ERROR, "the desk could not keep that")));
            }
        });
    }

    /** Our operators are let in, or leave. */
    private void follow(Address service) {
        boolean staffs = consents.staffed().contains(service);
        if (staffs) {
            posts.admissions().staff(service, !posts.admissions().staffs(service));
        } else if (posts.admissions().staffs(service)) {
            posts.unstaff(service);
        }
    }

    private void tellCoordinators(Consent consent) {
        String needs = consent.needs().isEmpty()
                ? phrases.say(Phrase.OPERATOR_NEEDS_NOTHING, language)
                : NeedsInWords.of(consent.needs(), language, phrases);
        String words = phrases.say(
                Phrase.COORDINATOR_ASKED,
                language,
                consent.title(),
                consent.service(),
                needs,
                consents.answer(consent.service()).people());
        Set<Address> all = coordinators.get();
        if (all.isEmpty()) {
            LOG.warn(
                    "consent.undecided service={} mend=\"put somebody into the group of coordinators\"",
                    consent.service());
        }
        all.forEach(one -> outlet.tell(new Effect.Tell(ownDesk, one, words, null, List.of(Note.PLAIN))));
    }

    /**
     * Our coordinator answers a service.
     *
     * @return completed with null, or with why not
     */
    CompletableFuture<@Nullable Refusal> answer(Address service, boolean given, Consent.Terms terms, Address by) {
        CompletableFuture<@Nullable Refusal> done = new CompletableFuture<>();
        duty.execute(() -> {
            Consent before = consents.of(service).orElse(null);
            if (before == null) {
                done.complete(new Refusal(Condition.ITEM_NOT_FOUND, service + " has not asked this library"));
                return;
            }
            try {
                consents.answered(before, given, terms, by.toString());
                follow(service);
                tellHub(service);
                done.complete(null);
            } catch (JournalException e) {
                LOG.error("consent.save.failed service={}", service, e);
                done.complete(new Refusal(Condition.INTERNAL_SERVER_ERROR, "it could not be kept; the log says why"));
            }
        });
        return done;
    }

    /** What our operators know has changed: services hear how many of them fit now. */
    void peopleChanged() {
        duty.execute(() -> consents.all().stream()
                .filter(Consent::wanted)
                .map(Consent::service)
                .filter(service -> !consents.answer(service).equals(told.get(service)))
                .forEach(this::tellHub));
    }

    private void tellHub(Address service) {
        StaffingAnswer answer = consents.answer(service);
        told.put(service, answer);
        IQ iq = new IQ(IQ.Type.set);
        iq.setFrom(StanzaBridge.jid(ownDesk));
        iq.setTo(StanzaBridge.jid(service));
        iq.setChildElement(StanzaBridge.write(answer.toElement()));
        requests.send(iq, (result, refusal) -> {
            if (refusal != null) {
                LOG.warn("consent.untold service={} reason={}", service, refusal.text());
            }
        });
    }
}
