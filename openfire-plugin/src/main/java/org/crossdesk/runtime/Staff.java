package org.crossdesk.runtime;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.routing.RingEvent;
import org.crossdesk.domain.routing.RingMachine;
import org.crossdesk.domain.routing.RoomTalk;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.protocol.Address;

/** What happens in the staff rooms of our services: who comes and goes, and what they ask for there. */
public final class Staff {
    /** Who comes on duty hears of so many questions that wait. */
    private static final int WAITING_TOLD_MAX = 20;

    private final Loop loop;
    private final Rosters rosters;
    private final Questions questions;
    private final RingMachine machine;
    private final Supervision supervision;
    private volatile RosterWatch watch = (service, now) -> {};

    Staff(
            Loop loop,
            Rosters rosters,
            Questions questions,
            RingMachine machine,
            Sessions sessions,
            SessionMachine sessionMachine) {
        this.supervision = new Supervision(loop, rosters, questions, sessions, sessionMachine);
        this.loop = loop;
        this.rosters = rosters;
        this.questions = questions;
        this.machine = machine;
    }

    /** The door for what coordinators do. */
    public Supervision supervision() {
        return supervision;
    }

    /** Who hears of every change from now on. */
    public void watchedBy(RosterWatch newWatch) {
        watch = newWatch;
    }

    /** Somebody's duty changed at one of our services. */
    public void roster(Address service, UnaryOperator<DutyRoster> change) {
        submit(
                service,
                turn -> {
                    DutyRoster before = rosters.of(service);
                    if (rosters.change(service, change)) {
                        changed(service, turn);
                        rosters.of(service).byNick().keySet().stream()
                                .filter(nick -> before.at(nick) == null)
                                .forEach(nick -> tellWhatWaits(service, nick, turn));
                    }
                },
                // The change stands, but the questions of the turn were taken back.
                () -> submit(service, turn -> ringAll(service, turn), () -> {}));
    }

    /** The desk at this domain does not answer, or does again: its people can't be rung meanwhile. */
    public void silent(String desk, boolean nowSilent) {
        loop.submit(
                "desk " + desk,
                turn -> rosters.silent(desk, nowSilent).forEach(service -> changed(service, turn)),
                () -> {});
    }

    private void submit(Address service, Consumer<Turn> action, Runnable failed) {
        loop.submit("roster " + service, action, failed);
    }

    private void changed(Address service, Turn turn) {
        watch.rosterChanged(service, rosters.of(service));
        ringAll(service, turn);
    }

    private void ringAll(Address service, Turn turn) {
        DutyRoster now = rosters.of(service);
        questions.at(service).forEach(id -> questions.happen(id, new RingEvent.RosterChanged(now), turn));
    }

    private void tellWhatWaits(Address service, String nick, Turn turn) {
        questions.at(service).stream()
                .limit(WAITING_TOLD_MAX)
                .map(questions::get)
                .forEach(question -> {
                    if (question != null) {
                        machine.tell(question, nick).forEach(turn::cause);
                    }
                });
    }

    /** An occupant wants the question of this number. */
    public void claims(Address service, String nick, int number) {
        saysInRoom(service, turn -> {
            String id = questions.numbered(service, number);
            if (id == null) {
                turn.cause(talk().whisper(service, nick, Phrase.ROOM_NOT_WAITING, Integer.toString(number)));
            } else {
                questions.happen(id, new RingEvent.Claimed(nick, rosters.of(service)), turn);
            }
        });
    }

    /** An occupant asks who is on duty. */
    public void asksWho(Address service, String nick) {
        saysInRoom(
                service,
                turn -> turn.cause(talk().who(service, nick, rosters.of(service).operators())));
    }

    /** An occupant asks what can be asked. */
    public void asksHelp(Address service, String nick) {
        saysInRoom(service, turn -> turn.cause(talk().whisper(service, nick, Phrase.ROOM_HELP)));
    }

    private RoomTalk talk() {
        return machine.talk();
    }

    /** Dropped where there is too much to do. */
    private void saysInRoom(Address service, Consumer<Turn> action) {
        loop.submit("room " + service, action, () -> {});
    }
}
