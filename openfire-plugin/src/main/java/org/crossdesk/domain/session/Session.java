package org.crossdesk.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossdesk.domain.Recent;
import org.crossdesk.domain.RecentNumbers;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session at its home desk. Immutable.
 *
 * @param id its name
 * @param service the address the patron writes to, and hears from
 * @param patron the client the patron wrote from last
 * @param language what the patron writes in, if known: BCP 47
 * @param needs what the question needs of an operator
 * @param steps where an operator is looked for
 * @param policy the home library's policy page, if any
 * @param transcript every line
 * @param recentIds ids of the patron's last messages, so that a retry is one utterance
 * @param call the call for an operator, if one is open
 * @param owner who owns it, if anybody
 * @param beside who is in it beside the owner, in the order they came
 * @param former who owned it before or was beside an owner, oldest first
 * @param toldNobody whether the patron has heard that nobody is on duty
 * @param held since when the owner can't be reached, if they can't
 * @param patronGoneSince since when no client of the patron is there, if none is
 * @param ending how it was closed, if it was
 * @param followUp whether it waits to be answered later, and how it came to that
 * @param recent which lines the messages of {@code recentIds} are
 * @param untold a transfer that came to nothing, until its owner knows
 * @param whereabouts where the patron is, as far as is known; none: nothing is
 */
public record Session(
        SessionId id,
        Address service,
        Address patron,
        @Nullable String language,
        Needs needs,
        List<Step> steps,
        @Nullable String policy,
        Transcript transcript,
        List<String> recentIds,
        @Nullable OpenCall call,
        @Nullable Owner owner,
        List<Owner> beside,
        List<FormerOwner> former,
        boolean toldNobody,
        @Nullable Held held,
        @Nullable Instant patronGoneSince,
        @Nullable Ending ending,
        @Nullable FollowUp followUp,
        @Nullable RecentNumbers recent,
        @Nullable NotTransferred untold,
        @Nullable Whereabouts whereabouts) {
    /** How many of the patron's message ids are remembered. */
    static final int RECENT_IDS_MAX = 64;

    public Session {
        steps = List.copyOf(steps);
        recentIds = List.copyOf(recentIds);
        beside = List.copyOf(beside);
        former = List.copyOf(former);
    }

    /** The home desk's own address. */
    public Address home() {
        return Address.ofDomain(service.domain());
    }

    /** Where the patron is, as far as is known. */
    Whereabouts at() {
        return whereabouts == null ? Whereabouts.UNKNOWN : whereabouts;
    }

    /** The clients that are told what the patron is to hear: those that are there, or else the one they wrote from last. */
    List<Address> audience() {
        Whereabouts at = at();
        return at.token() == null || at.there().isEmpty() ? List.of(patron) : at.there();
    }

    /** What a client of the patron shows to go on from another address, if one has asked for it. */
    public Optional<ConversationToken> token() {
        return Optional.ofNullable(at().token());
    }

    /** Whether a client that shows its token may go on with it, by this service. */
    public boolean admits(Address client, Address by) {
        return by.equals(service) && client.domain().equals(patron.domain());
    }

    /** The accounts of which a client may say something in it. */
    public List<Address> accounts() {
        List<Address> accounts = new ArrayList<>(Whereabouts.without(at().addresses(), patron));
        accounts.add(patron.bare());
        return accounts;
    }

    /** As it is written down: who is there is not known when that is read. */
    public Session unheard() {
        return at().there().isEmpty() ? this : withWhereabouts(at().withThere(List.of()));
    }

    /** The epoch of whoever came last, 0 before the first. */
    public long epoch() {
        long last = owner == null ? 0 : owner.epoch();
        for (Owner one : beside) {
            last = Math.max(last, one.epoch());
        }
        for (FormerOwner one : former) {
            last = Math.max(last, one.epoch());
        }
        return last;
    }

    /** Everybody who is in it: the owner first, then who is beside them. */
    public List<Owner> operators() {
        if (owner == null) {
            return beside;
        }
        if (beside.isEmpty()) {
            return List.of(owner);
        }
        List<Owner> all = new ArrayList<>();
        all.add(owner);
        all.addAll(beside);
        return all;
    }

    /** The epochs in which this operator is or was in the session. */
    Set<Long> epochsOf(Address operator) {
        return Stream.concat(
                        operators().stream()
                                .filter(one -> one.operator().equals(operator))
                                .map(Owner::epoch),
                        former.stream()
                                .filter(one -> one.operator().equals(operator))
                                .map(FormerOwner::epoch))
                .collect(Collectors.toSet());
    }

    /** Who is in it by this epoch, if anybody. */
    @Nullable
    Owner operator(long epoch) {
        // Each line asks this several times.
        for (Owner one : operators()) {
            if (one.epoch() == epoch) {
                return one;
            }
        }
        return null;
    }

    /** Whose part in it by this epoch is over, if anybody's. */
    @Nullable
    FormerOwner former(long epoch) {
        return former.stream().filter(one -> one.epoch() == epoch).findFirst().orElse(null);
    }

    /** What this operator is in it, if they are. */
    @Nullable
    Owner operator(Address handle) {
        return operators().stream()
                .filter(one -> one.operator().equals(handle))
                .findFirst()
                .orElse(null);
    }

    /** Whether it has been closed. */
    public boolean closed() {
        return ending != null;
    }

    /** Whether it has been closed and everybody who owned it knows. */
    public boolean settled() {
        return closed() && former.stream().allMatch(FormerOwner::told);
    }

    /** The desks that have owned it, oldest first. */
    public List<Address> hops() {
        List<Address> hops = new ArrayList<>();
        former.stream()
                .filter(FormerOwner::owned)
                .forEach(one -> hops.add(Address.ofDomain(one.operator().domain())));
        if (owner != null) {
            hops.add(Address.ofDomain(owner.operator().domain()));
        }
        return hops;
    }

    Session withTranscript(Transcript changed) {
        Change change = new Change(this);
        change.transcript = changed;
        return change.made();
    }

    Session withPatron(Address client, @Nullable String messageId, long seq, boolean markable) {
        Change change = new Change(this);
        change.patron = client;
        if (messageId != null) {
            change.recentIds = Recent.plus(recentIds, messageId, RECENT_IDS_MAX);
            change.recent = RecentNumbers.plus(recent, seq, markable, RECENT_IDS_MAX);
        }
        return change.made();
    }

    Session withCall(@Nullable OpenCall changed) {
        Change change = new Change(this);
        change.call = changed;
        return change.made();
    }

    Session withOwner(@Nullable Owner changed) {
        Change change = new Change(this);
        change.owner = changed;
        return change.made();
    }

    /** With what is now known of somebody who is in it. */
    Session withOperator(Owner changed) {
        if (owner != null && owner.epoch() == changed.epoch()) {
            return withOwner(changed);
        }
        return withBeside(beside.stream()
                .map(one -> one.epoch() == changed.epoch() ? changed : one)
                .toList());
    }

    Session withBeside(List<Owner> changed) {
        Change change = new Change(this);
        change.beside = changed;
        return change.made();
    }

    Session withHeld(@Nullable Held changed) {
        Change change = new Change(this);
        change.held = changed;
        return change.made();
    }

    Session withPatronGoneSince(@Nullable Instant since) {
        Change change = new Change(this);
        change.patronGoneSince = since;
        return change.made();
    }

    Session withFormer(List<FormerOwner> changed) {
        Change change = new Change(this);
        change.former = changed;
        return change.made();
    }

    Session havingToldNobody() {
        Change change = new Change(this);
        change.toldNobody = true;
        return change.made();
    }

    Session withUntold(@Nullable NotTransferred changed) {
        Change change = new Change(this);
        change.untold = changed;
        return change.made();
    }

    Session withWhereabouts(Whereabouts changed) {
        Change change = new Change(this);
        change.whereabouts = changed;
        return change.made();
    }

    Session withFollowUp(@Nullable FollowUp changed) {
        Change change = new Change(this);
        change.followUp = changed;
        return change.made();
    }

    Session ended(Ending how) {
        Change change = new Change(this);
        change.followUp = null;
        change.ending = how;
        return change.made();
    }

    /** A session in the making: what it was, but for what is set. */
    private static final class Change {
        private final Session before;
        private Address patron;
        private Transcript transcript;
        private List<String> recentIds;
        private @Nullable OpenCall call;
        private @Nullable Owner owner;
        private List<Owner> beside;
        private List<FormerOwner> former;
        private boolean toldNobody;
        private @Nullable Held held;
        private @Nullable Instant patronGoneSince;
        private @Nullable Ending ending;
        private @Nullable FollowUp followUp;
        private @Nullable RecentNumbers recent;
        private @Nullable NotTransferred untold;
        private @Nullable Whereabouts whereabouts;

        Change(Session before) {
            this.before = before;
            this.patron = before.patron;
            this.transcript = before.transcript;
            this.recentIds = before.recentIds;
            this.call = before.call;
            this.owner = before.owner;
            this.beside = before.beside;
            this.former = before.former;
            this.toldNobody = before.toldNobody;
            this.held = before.held;
            this.patronGoneSince = before.patronGoneSince;
            this.ending = before.ending;
            this.followUp = before.followUp;
            this.recent = before.recent;
            this.untold = before.untold;
            this.whereabouts = before.whereabouts;
        }

        Session made() {
            return new Session(
                    before.id,
                    before.service,
                    patron,
                    before.language,
                    before.needs,
                    before.steps,
                    before.policy,
                    transcript,
                    recentIds,
                    call,
                    owner,
                    beside,
                    former,
                    toldNobody,
                    held,
                    patronGoneSince,
                    ending,
                    followUp,
                    recent,
                    untold,
                    whereabouts);
        }
    }
}
