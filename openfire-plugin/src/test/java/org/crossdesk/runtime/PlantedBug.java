package org.crossdesk.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.delivery.DeliveryPolicy;
import org.crossdesk.domain.delivery.OutboxEvent;
import org.crossdesk.domain.delivery.OutboxMachine;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.Owner;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.domain.transfer.EngagementMachine;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.domain.transfer.Phase;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.jspecify.annotations.Nullable;

/** Mistakes that somebody could make, put around the real code: the simulation must find each. */
enum PlantedBug {
    NONE,

    ACKNOWLEDGES_THOUGH_NOTHING_IS_WRITTEN(kept -> BuggyJournal.skipping(kept, 7)),

    ACKNOWLEDGES_BEFORE_THE_SYNC {
        @Override
        void disk(FaultyDisk disk) {
            disk.forgetsToSync();
        }
    },

    LOSES_THE_LAST_RECORD_OF_A_BATCH(
            kept -> BuggyJournal.changing(kept, entries -> entries.size() < 4 ? entries : entries.subList(0, 3))),

    FORGETS_PATRONS_MESSAGE_IDS_OVER_A_RESTART(kept -> BuggyJournal.reading(
            kept,
            record -> record instanceof SessionRecord.PatronUttered said
                    ? new SessionRecord.PatronUttered(said.line(), said.patron(), null)
                    : record)),

    FORGETS_OPERATORS_MESSAGE_IDS_OVER_A_RESTART(kept -> BuggyJournal.reading(
            kept,
            record -> record instanceof EngagementRecord.Wrote wrote
                    ? new EngagementRecord.Wrote(wrote.words(), wrote.client(), null)
                    : record)),

    FORGETS_WORDS_THAT_WAIT_OVER_A_RESTART(kept ->
            BuggyJournal.reading(kept, record -> record instanceof EngagementRecord.Wrote ? null : record)),

    FORGETS_AT_A_RESTART_HOW_MUCH_IS_THERE(kept ->
            BuggyJournal.reading(kept, record -> record instanceof EngagementRecord.Received ? null : record)),

    FORGETS_THE_END_OVER_A_RESTART(kept ->
            BuggyJournal.reading(kept, record -> record instanceof SessionRecord.Closed ? null : record)),

    LEASE_NEVER_EXPIRES(Alarm.Kind.LEASE, StateKey.Kind.ENGAGEMENT),

    FORGETS_WHAT_WAITS_TO_BE_ANSWERED_LATER(kept ->
            BuggyJournal.reading(kept, record -> record instanceof SessionRecord.FollowUpBegan ? null : record)),

    DOES_NOT_CHECK_THE_EPOCH_OF_WHAT_IS_SAID {
        @Override
        SessionEvent seen(Session state, SessionEvent event) {
            Owner owner = state.owner();
            return owner != null
                            && event instanceof SessionEvent.DeskSent sent
                            && sent.payload() instanceof Say say
                            && say.epoch() < owner.epoch()
                    ? Tampering.asOwner(owner, say)
                    : event;
        }
    },

    DOES_NOT_CHECK_WHO_SAYS_IT {
        @Override
        SessionEvent seen(Session state, SessionEvent event) {
            Owner owner = state.owner();
            return owner != null
                            && event instanceof SessionEvent.DeskSent sent
                            && sent.payload() instanceof Say say
                            && !sent.asker().from().equals(owner.operator())
                    ? Tampering.asOwner(owner, say)
                    : event;
        }
    },

    DOES_NOT_CHECK_THE_EPOCH_OF_A_RELEASE {
        @Override
        EngagementEvent seen(Engagement state, EngagementEvent event) {
            return event instanceof EngagementEvent.HomeSent sent
                            && sent.payload() instanceof Released released
                            && state.epoch() > 0
                    ? new EngagementEvent.HomeSent(
                            sent.asker(),
                            new Released(released.session(), state.epoch(), released.reason(), released.lastNumber()))
                    : event;
        }
    },

    TAKES_WORDS_TWICE {
        @Override
        SessionEvent seen(Session state, SessionEvent event) {
            Owner owner = state.owner();
            return owner != null
                            && event instanceof SessionEvent.DeskSent sent
                            && sent.payload() instanceof Say say
                            && say.epoch() == owner.epoch()
                            && say.number() <= owner.said()
                            && sent.asker().from().equals(owner.operator())
                    ? Tampering.asOwner(owner, say)
                    : event;
        }
    },

    TAKES_WORDS_BEHIND_A_GAP {
        @Override
        SessionEvent seen(Session state, SessionEvent event) {
            Owner owner = state.owner();
            return owner != null
                            && event instanceof SessionEvent.DeskSent sent
                            && sent.payload() instanceof Say say
                            && say.epoch() == owner.epoch()
                            && say.number() > owner.said() + 1
                            && sent.asker().from().equals(owner.operator())
                    ? Tampering.asOwner(owner, say)
                    : event;
        }
    },

    SHOWS_AGAIN_WHAT_COMES_AGAIN {
        @Override
        List<Effect> caused(Engagement state, EngagementEvent event, List<Effect> effects) {
            List<Effect> more = new ArrayList<>(effects);
            if (event instanceof EngagementEvent.HomeSent sent
                    && sent.payload() instanceof Relay relay
                    && state.phase() == Phase.ENGAGED
                    && relay.epoch() == state.epoch()) {
                relay.utterances().stream()
                        .filter(line -> line.seq() <= state.receivedUpTo() && line.speaker() == Speaker.PATRON)
                        .forEach(line -> more.add(
                                new Effect.Tell(state.contact(), state.reader(), line.body(), null, List.of())));
            }
            return more;
        }
    },

    TELLS_THE_PATRON_AGAIN_WHAT_COMES_AGAIN {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            Owner owner = state.owner();
            if (owner != null
                    && event instanceof SessionEvent.DeskSent sent
                    && sent.payload() instanceof Say say
                    && say.epoch() == owner.epoch()
                    && say.number() <= owner.said()) {
                return Tampering.with(
                        effects, new Effect.Tell(state.service(), state.patron(), say.body(), null, List.of()));
            }
            return effects;
        }
    },

    SKIPS_A_LINE {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            return Tampering.relays(effects, lines -> lines.size() < 3 ? lines : lines.subList(1, lines.size()));
        }
    },

    TURNS_LINES_ROUND {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            return Tampering.relays(effects, lines -> {
                List<Utterance> turned = new ArrayList<>(lines);
                Collections.reverse(turned);
                return turned;
            });
        }
    },

    GIVES_THE_NEXT_OWNER_NO_TRANSCRIPT {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            Owner owner = state.owner();
            long since = owner == null ? 0 : owner.since();
            return Tampering.relays(
                    effects,
                    lines -> lines.stream().filter(line -> line.seq() > since).toList());
        }
    },

    SENDS_THE_OWNERS_WORDS_BACK_AS_ANOTHERS {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            return Tampering.relays(
                    effects,
                    lines -> lines.stream()
                            .map(line -> line.own() == null
                                    ? line
                                    : new Utterance(line.seq(), line.at(), line.speaker(), null, "said by somebody"))
                            .toList());
        }
    },

    RELEASES_BEFORE_THE_NEXT_OWNER_HAS_IT {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            return Tampering.releasingEarly(state, event, effects);
        }
    },

    NEVER_RELEASES_THE_FORMER_OWNER {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            return Tampering.without(
                    effects, effect -> effect instanceof Effect.Ask ask && ask.payload() instanceof Released);
        }
    },

    GIVES_THE_SESSION_TO_WHO_COMES_TOO_LATE {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            Owner owner = state.owner();
            return effects.stream()
                    .map(effect -> owner != null
                                    && effect instanceof Effect.Refuse refuse
                                    && refuse.refusal().text().startsWith("somebody else took")
                            ? new Effect.Answer(refuse.asker(), new Owned(state.id(), owner.epoch(), owner.since()))
                            : effect)
                    .toList();
        }
    },

    ACKNOWLEDGES_MORE_THAN_IT_HAS {
        @Override
        List<Effect> caused(Engagement state, EngagementEvent event, List<Effect> effects) {
            return effects.stream()
                    .map(effect -> effect instanceof Effect.Send send && send.payload() instanceof Ack ack
                            ? new Effect.Send(
                                    send.from(), send.to(), new Ack(ack.session(), ack.epoch(), ack.upTo() + 1))
                            : effect)
                    .toList();
        }
    },

    CONFIRMS_WHAT_IT_DOES_NOT_KEEP {
        @Override
        List<SessionRecord> recorded(Session state, SessionEvent event, List<SessionRecord> records) {
            boolean unlucky = state.transcript().size() % 9 == 8;
            return unlucky && event instanceof SessionEvent.PatronSaid ? List.of() : records;
        }
    },

    DOES_NOT_TELL_THE_PATRON_THE_END {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            return Tampering.without(
                    effects,
                    effect -> effect instanceof Effect.Tell tell && tell.body().equals("PATRON_CLOSED"));
        }
    },

    DOES_NOT_SAY_WHAT_WAS_NOT_DELIVERED {
        @Override
        List<Effect> caused(Engagement state, EngagementEvent event, List<Effect> effects) {
            return Tampering.without(
                    effects,
                    effect -> effect instanceof Effect.Tell tell && tell.body().startsWith("OPERATOR_NOT_DELIVERED"));
        }
    },

    DOES_NOT_RAISE_THE_EPOCH {
        @Override
        List<SessionRecord> recorded(Session state, SessionEvent event, List<SessionRecord> records) {
            return records.stream()
                    .map(record -> record instanceof SessionRecord.OwnerChanged changed && changed.epoch() > 1
                            ? new SessionRecord.OwnerChanged(
                                    changed.operator(), changed.question(), changed.epoch() - 1)
                            : record)
                    .toList();
        }
    },

    COUNTS_TWICE {
        @Override
        List<LedgerEntry> counted(List<LedgerEntry> entries) {
            List<LedgerEntry> twice = new ArrayList<>(entries);
            entries.stream()
                    .filter(entry -> entry.kind() == LedgerEntry.Kind.TRANSFERRED_TO)
                    .forEach(twice::add);
            return twice;
        }
    },

    NEVER_RELAYS_AGAIN(Alarm.Kind.RESEND, StateKey.Kind.SESSION),

    NEVER_SAYS_AGAIN(Alarm.Kind.RESEND, StateKey.Kind.ENGAGEMENT),

    TAKES_NOTHING_UP_AFTER_A_RESTART {
        @Override
        SessionEvent seen(Session state, SessionEvent event) {
            return event instanceof SessionEvent.Restarted
                    ? new SessionEvent.Rang(new Alarm(Alarm.Kind.LEASE, ""))
                    : event;
        }
    },

    REFUSES_WORDS_THAT_IT_HAS_TAKEN {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            return Tampering.refusingAgain(state, event, effects);
        }
    },

    TAKES_WHAT_IT_SENT_FOR_DELIVERED {
        @Override
        Decision<OutboxRecord> delivered(OutboxEvent event, Decision<OutboxRecord> sound) {
            List<OutboxRecord> records = new ArrayList<>(sound.records());
            sound.effects().stream()
                    .filter(Effect.Deliver.class::isInstance)
                    .forEach(effect -> records.add(new OutboxRecord.Settled(
                            List.of(((Effect.Deliver) effect).letter().id()))));
            return new Decision<>(records, sound.effects(), sound.entries());
        }
    },

    DELIVERS_NOTHING_AGAIN {
        @Override
        Decision<OutboxRecord> delivered(OutboxEvent event, Decision<OutboxRecord> sound) {
            return new Decision<>(
                    sound.records(),
                    Tampering.without(
                            sound.effects(), effect -> effect instanceof Effect.Deliver deliver && deliver.again()),
                    sound.entries());
        }
    },

    DELIVERS_AGAIN_UNDER_ANOTHER_ID {
        @Override
        Decision<OutboxRecord> delivered(OutboxEvent event, Decision<OutboxRecord> sound) {
            List<Effect> effects = sound.effects().stream()
                    .map(effect -> effect instanceof Effect.Deliver deliver && deliver.again()
                            ? new Effect.Tell(
                                    deliver.letter().from(),
                                    deliver.to(),
                                    deliver.letter().body(),
                                    null,
                                    List.of())
                            : effect)
                    .toList();
            return new Decision<>(sound.records(), effects, sound.entries());
        }
    },

    FORGETS_WHAT_PEOPLE_WERE_TO_BE_TOLD_OVER_A_RESTART(kept ->
            BuggyJournal.reading(kept, record -> record instanceof OutboxRecord.Posted ? null : record)),

    DELIVERS_THE_LAST_FIRST {
        @Override
        Decision<OutboxRecord> delivered(OutboxEvent event, Decision<OutboxRecord> sound) {
            List<Effect> turned = new ArrayList<>(sound.effects());
            Collections.reverse(turned);
            return new Decision<>(sound.records(), turned, sound.entries());
        }
    },

    FORGETS_OVER_A_RESTART_WHO_CAN_COME_BACK(kept ->
            BuggyJournal.reading(kept, record -> record instanceof SessionRecord.PatronMoved ? null : record)),

    TELLS_WHO_COMES_BACK_NOTHING {
        @Override
        List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
            return event instanceof SessionEvent.PatronResumed
                    ? Tampering.without(effects, Effect.Tell.class::isInstance)
                    : effects;
        }
    },

    TELLS_WHO_COMES_BACK_EVERYTHING {
        @Override
        SessionEvent seen(Session state, SessionEvent event) {
            return event instanceof SessionEvent.PatronResumed back
                    ? new SessionEvent.PatronResumed(back.asker(), 0)
                    : event;
        }
    },

    GOES_ON_WHERE_THE_PATRON_WAS {
        @Override
        List<SessionRecord> recorded(Session state, SessionEvent event, List<SessionRecord> records) {
            return event instanceof SessionEvent.PatronResumed ? List.of() : records;
        }
    },

    LEAVES_THE_OWNER_WHEN_THE_OPERATOR_CLOSES {
        @Override
        EngagementEvent seen(Engagement state, EngagementEvent event) {
            boolean closes = event instanceof EngagementEvent.Did did && did.act() instanceof OperatorAct.Close;
            return closes && state.phase() == Phase.ENGAGED ? Tampering.released(state) : event;
        }
    };

    private final transient UnaryOperator<Journal> journal;

    private final Alarm.@Nullable Kind never;
    private final StateKey.@Nullable Kind of;

    PlantedBug() {
        this(kept -> kept);
    }

    /** A mistake of the journal above what is kept. */
    PlantedBug(UnaryOperator<Journal> journal) {
        this.journal = journal;
        this.never = null;
        this.of = null;
    }

    /** An alarm that is never set. */
    PlantedBug(Alarm.Kind never, StateKey.Kind of) {
        this.journal = kept -> kept;
        this.never = never;
        this.of = of;
    }

    /** The journal above what is kept. */
    Journal journal(Journal kept) {
        return journal.apply(kept);
    }

    void disk(FaultyDisk disk) {
        // Nothing is wrong with it.
    }

    SessionEvent seen(Session state, SessionEvent event) {
        return event;
    }

    EngagementEvent seen(Engagement state, EngagementEvent event) {
        return event;
    }

    List<SessionRecord> recorded(Session state, SessionEvent event, List<SessionRecord> records) {
        return records;
    }

    List<Effect> caused(Session state, SessionEvent event, List<Effect> effects) {
        return effects;
    }

    List<Effect> caused(Engagement state, EngagementEvent event, List<Effect> effects) {
        return effects;
    }

    List<LedgerEntry> counted(List<LedgerEntry> entries) {
        return entries;
    }

    /** Whether the alarm is set. */
    boolean sets(Alarm alarm, StateKey key) {
        return alarm.kind() != never || key.kind() != of;
    }

    /** What an outbox makes of an event. */
    Decision<OutboxRecord> delivered(OutboxEvent event, Decision<OutboxRecord> sound) {
        return sound;
    }

    /** The machine with the mistake. */
    OutboxMachine outboxes(DeliveryPolicy policy) {
        return this == NONE ? new OutboxMachine(policy) : new BuggyMachines.Outboxes(policy, this);
    }

    /** The machine with the mistake. */
    SessionMachine sessions(SessionMachine sound) {
        return this == NONE ? sound : new BuggyMachines.Sessions(this);
    }

    /** The machine with the mistake. */
    EngagementMachine engagements(EngagementMachine sound) {
        return this == NONE ? sound : new BuggyMachines.Engagements(this);
    }
}
