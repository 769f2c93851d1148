package org.crossdesk.edge.xmpp;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Admit;
import org.crossdesk.protocol.ask.Admitted;
import org.crossdesk.protocol.ask.AskPayload;
import org.crossdesk.protocol.ask.Attend;
import org.crossdesk.protocol.ask.Console;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Dismiss;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Finish;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Rating;
import org.crossdesk.protocol.ask.Recall;
import org.crossdesk.protocol.ask.Release;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.Running;
import org.crossdesk.protocol.ask.Scripts;
import org.crossdesk.protocol.ask.Staff;
import org.crossdesk.protocol.ask.StaffingAnswer;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Find;
import org.crossdesk.protocol.competence.ProfileQuery;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in what other desks send (and our own desk to itself, by the same way). What begins something needs a member's
 * desk; what goes on with something is checked against that.
 */
final class PeerDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PeerDoor.class);

    private final Members members;
    private final ServiceBook services;
    private final Function<String, Directory.@Nullable Operator> operatorByHandle;
    private final StaffRooms staffRooms;
    private final DutyPosts posts;
    private final Desk desk;
    private final StanzaOutlet outlet;
    private final InboundRate rate;
    private final Finder finder;
    private final Forming forming;
    private final StaffingElsewhere elsewhere;
    private final Consents consents;
    private final ScriptDoor scripts;
    private final LookBackDoor lookBack;

    PeerDoor(
            Members members,
            ServiceBook services,
            Function<String, Directory.@Nullable Operator> operatorByHandle,
            StaffRooms staffRooms,
            DutyPosts posts,
            Desk desk,
            StanzaOutlet outlet,
            InboundRate rate,
            Finder finder,
            Forming forming,
            StaffingElsewhere elsewhere,
            Consents consents,
            ScriptDoor scripts,
            LookBackDoor lookBack) {
        this.lookBack = lookBack;
        this.scripts = scripts;
        this.forming = forming;
        this.elsewhere = elsewhere;
        this.consents = consents;
        this.finder = finder;
        this.members = members;
        this.services = services;
        this.operatorByHandle = operatorByHandle;
        this.staffRooms = staffRooms;
        this.posts = posts;
        this.desk = desk;
        this.outlet = outlet;
        this.rate = rate;
    }

    /** A payload of ours came. */
    void payload(Asker asker, Payload payload) {
        String domain = asker.from().domain();
        if (!domain.equals(members.ownDesk()) && over(asker, domain)) {
            return;
        }
        if (payload instanceof TransferPayload transfer) {
            transfer(asker, transfer);
        } else if (payload instanceof AskPayload ask) {
            ask.accept(new AskDoor(asker));
        } else if (payload instanceof ProfileQuery query) {
            profile(asker, query);
        } else if (payload instanceof Find find) {
            find(asker, find);
        } else {
            refuse(asker, Condition.BAD_REQUEST, "nobody is asked for that");
        }
    }

    /** What is over the rate is dropped: what must arrive is sent again, and what is asked is refused. */
    private boolean over(Asker asker, String domain) {
        InboundRate.Verdict verdict = rate.of(domain);
        if (verdict == InboundRate.Verdict.OVER_FIRST) {
            LOG.warn("peer.rate.exceeded domain={}", domain);
        }
        if (verdict != InboundRate.Verdict.PASSES && asker.form() == Asker.Form.IQ) {
            refuse(asker, Condition.RESOURCE_CONSTRAINT, domain + " sends more than is allowed");
        }
        return verdict != InboundRate.Verdict.PASSES;
    }

    private void transfer(Asker asker, TransferPayload transfer) {
        if (!isDesk(asker)) {
            return;
        }
        if (transfer instanceof RecallRequest recall && recall.before()) {
            lookBack.asked(asker, recall);
        } else {
            desk.fromDesk(asker, transfer);
        }
    }

    /** A person has a local part, desks and their handles have none: an operator can't go past their own desk. */
    private boolean isDesk(Asker asker) {
        if (asker.from().local() == null) {
            return true;
        }
        refuse(asker, Condition.FORBIDDEN, "only desks say that to each other");
        return false;
    }

    private void profile(Asker asker, ProfileQuery query) {
        if (!members.admits(asker.from().domain())) {
            stranger(asker);
            return;
        }
        Directory.Operator operator = operator(asker.to());
        if (operator == null || !operator.profile().ver().equals(query.ver())) {
            refuse(asker, Condition.ITEM_NOT_FOUND, "no operator here has a profile with this hash");
        } else {
            outlet.answer(new Effect.Answer(asker, operator.profile()));
        }
    }

    private void find(Asker asker, Find find) {
        if (!members.admits(asker.from().domain())) {
            stranger(asker);
        } else if (!finder.shows()) {
            refuse(asker, Condition.FORBIDDEN, "this library shows its operators to nobody");
        } else {
            outlet.answer(
                    new Effect.Answer(asker, finder.forOthers(find, asker.from().domain())));
        }
    }

    private Directory.@Nullable Operator operator(Address to) {
        String handle = to.resource();
        return handle == null || to.local() != null ? null : operatorByHandle.apply(handle);
    }

    private void stranger(Asker asker) {
        refuse(
                asker,
                Condition.FORBIDDEN,
                Members.library(asker.from().domain()) + " is not in the member list of "
                        + Members.library(members.ownDesk()));
    }

    private void refuse(Asker asker, Condition condition, String text) {
        outlet.refuse(new Effect.Refuse(asker, new Refusal(condition, text)));
    }

    /** What each kind of Ask Services needs before it goes in. Returns whether it went in. */
    private final class AskDoor implements AskPayload.AtDesk<Boolean> {
        private final Asker asker;

        AskDoor(Asker asker) {
            this.asker = asker;
        }

        @Override
        public Boolean question(Question question) {
            Service service = member() ? service() : null;
            if (service == null) {
                return false;
            }
            if (!question.call().home().equals(asker.from())) {
                return no(Condition.FORBIDDEN, "a desk asks for its own sessions only");
            }
            desk.asked(asker, question, service);
            return true;
        }

        @Override
        public Boolean offer(Offer offer) {
            if (!member()) {
                return false;
            }
            if (!offer.service().equals(asker.from())) {
                return no(Condition.FORBIDDEN, "a service rings for itself only");
            }
            Directory.Operator operator = operator(asker.to());
            if (operator == null || !posts.mayBeRung(operator.handle(), offer.service())) {
                return no(Condition.ITEM_NOT_FOUND, "no operator on duty for this service has this handle");
            }
            if (!consents.openTo(offer.service())) {
                return no(
                        Condition.NOT_ACCEPTABLE,
                        Members.library(members.ownDesk()) + " does not staff " + offer.service() + " at this hour");
            }
            desk.offered(asker, offer, operator, consents.terms(offer.service()).sessionsMax());
            return true;
        }

        @Override
        public Boolean decline(Decline decline) {
            if (!isDesk(asker)) {
                return false;
            }
            desk.declined(asker, decline);
            return true;
        }

        @Override
        public Boolean retract(Retract retract) {
            desk.retracted(asker, retract);
            return true;
        }

        @Override
        public Boolean withdraw(Withdraw withdraw) {
            desk.withdrawn(asker, withdraw);
            return true;
        }

        @Override
        public Boolean exhausted(Exhausted exhausted) {
            desk.exhausted(asker, exhausted);
            return true;
        }

        @Override
        public Boolean staff(Staff staff) {
            if (!member()) {
                return false;
            }
            if (asker.from().local() == null || asker.from().resource() != null) {
                return no(Condition.FORBIDDEN, "only a service asks to be staffed");
            }
            elsewhere.asked(asker, staff);
            return true;
        }

        @Override
        public Boolean dismiss(Dismiss dismiss) {
            if (!member()) {
                return false;
            }
            elsewhere.dismissed(asker);
            return true;
        }

        @Override
        public Boolean staffingAnswer(StaffingAnswer answer) {
            Service service = member() ? service() : null;
            if (service == null || !ofItsOwn(null)) {
                return false;
            }
            String library = Members.library(asker.from().domain());
            forming.answered(service.address(), library, answer, asked -> {
                if (asked) {
                    outlet.answer(new Effect.Answer(asker, null));
                } else {
                    no(
                            Condition.FORBIDDEN,
                            library + " is not one of the libraries that " + service.address() + " asks");
                }
            });
            return true;
        }

        @Override
        public Boolean release(Release release) {
            Service service = member() ? service() : null;
            if (service == null || !ofItsOwn(release.account())) {
                return false;
            }
            staffRooms.release(service.address(), release.account());
            outlet.answer(new Effect.Answer(asker, null));
            return true;
        }

        /** A desk speaks for its own library, and for its people. */
        private boolean ofItsOwn(@Nullable Address account) {
            boolean desksOwn = asker.from().local() == null && asker.from().resource() == null;
            boolean ownAccount = account == null
                    || account.domain().equals(Members.library(asker.from().domain()));
            return (desksOwn && ownAccount)
                    || no(Condition.FORBIDDEN, "a desk speaks for its own library and its people only");
        }

        @Override
        public Boolean admit(Admit admit) {
            Service service = member() ? service() : null;
            Address account = admit.account();
            if (service == null || !ofItsOwn(account)) {
                return false;
            }
            if (!staffs(service)) {
                return false;
            }
            forming.came(service.address(), Members.library(asker.from().domain()));
            staffRooms.admit(service.address(), asker.from(), account, (room, refusal) -> {
                if (room != null) {
                    outlet.answer(new Effect.Answer(asker, new Admitted(room)));
                } else if (refusal != null) {
                    outlet.refuse(new Effect.Refuse(asker, refusal));
                }
            });
            return true;
        }

        @Override
        public Boolean running(Running running) {
            return aService() && began(desk.staff().supervision().running(asker));
        }

        @Override
        public Boolean attend(Attend attend) {
            return aService() && began(desk.staff().supervision().attended(asker, attend));
        }

        /** A service of a member asks for its coordinator. */
        private boolean aService() {
            if (!member()) {
                return false;
            }
            boolean service = asker.from().local() != null && asker.from().resource() == null;
            return service || no(Condition.FORBIDDEN, "only a service asks which sessions run by it");
        }

        private boolean began(CompletableFuture<Boolean> answer) {
            answer.exceptionally(busy -> no(Condition.RESOURCE_CONSTRAINT, "the desk is too busy"));
            return true;
        }

        @Override
        public Boolean scripts(Scripts asked) {
            Service service = member() ? service() : null;
            if (service == null || !ofItsOwn(null) || !staffs(service)) {
                return false;
            }
            scripts.ofService(asker, service.address());
            return true;
        }

        private boolean staffs(Service service) {
            return service.plan().staffing().admits(asker.from(), service.address())
                    || no(
                            Condition.FORBIDDEN,
                            Members.library(asker.from().domain()) + " is not one of the libraries that staff "
                                    + service.address());
        }

        @Override
        public Boolean console(Console console) {
            return no(Condition.BAD_REQUEST, "a client takes over by a request (IQ) to its own desk");
        }

        @Override
        public Boolean recall(Recall recall) {
            return no(Condition.BAD_REQUEST, "lines are recalled by a request (IQ) to a session's contact");
        }

        @Override
        public Boolean resume(Resume resume) {
            return no(Condition.BAD_REQUEST, "a conversation is resumed by a request (IQ) to the service that has it");
        }

        @Override
        public Boolean finish(Finish finish) {
            return no(Condition.BAD_REQUEST, "a conversation is ended by a request (IQ) to the service that has it");
        }

        @Override
        public Boolean rating(Rating rating) {
            return no(Condition.BAD_REQUEST, "a conversation is rated by a request (IQ) to the service that had it");
        }

        private boolean member() {
            if (members.admits(asker.from().domain())) {
                return true;
            }
            stranger(asker);
            return false;
        }

        private @Nullable Service service() {
            Service service = services.at(asker.to()).orElse(null);
            if (service == null || service.plan().closed()) {
                refuse(asker, Condition.ITEM_NOT_FOUND, "there is no service " + asker.to());
                return null;
            }
            return service;
        }

        @Override
        public Boolean unasked(AskPayload payload) {
            return no(Condition.BAD_REQUEST, "this is said by desks to people, or as an answer; nobody is asked it");
        }

        private boolean no(Condition condition, String text) {
            refuse(asker, condition, text);
            return false;
        }
    }
}
