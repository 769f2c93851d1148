package org.crossdesk.domain.delivery;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;

/**
 * What is on its way to one person. Immutable.
 *
 * @param person their account
 * @param there whether a client of theirs is connected, as far as is known
 * @param letters what no client has confirmed, oldest first
 * @param unsettled the ids of what was confirmed since something was written down
 * @param tries how often all of it was sent to a person of whose links nothing is known
 * @param handing whether the server's offline storage has been given all of it, and perhaps has not kept it yet
 * @param over whether there is nothing left to do for it
 */
public record Outbox(
        Address person,
        boolean there,
        List<Letter> letters,
        List<String> unsettled,
        int tries,
        boolean handing,
        boolean over) {
    public Outbox {
        letters = List.copyOf(letters);
        unsettled = List.copyOf(unsettled);
    }

    /** One in which nothing is. */
    static Outbox empty(Address person) {
        return new Outbox(person, false, List.of(), List.of(), 0, false, false);
    }

    /** With what is now known of their clients. */
    public Outbox linked(boolean nowThere) {
        return new Outbox(person, nowThere, letters, unsettled, tries, false, over);
    }

    /** With one more; the oldest is given up where there are too many. */
    Outbox with(Letter letter, int most) {
        List<Letter> more = new ArrayList<>(letters);
        more.add(letter);
        List<Letter> last = more.subList(Math.max(0, more.size() - most), more.size());
        return new Outbox(person, there, last, unsettled, tries, handing, over);
    }

    boolean holds(String id) {
        return letters.stream().anyMatch(letter -> letter.id().equals(id));
    }

    /** A client has this one: each is confirmed for itself, since a person may have several clients. */
    Outbox confirmed(String id) {
        List<String> more = new ArrayList<>(unsettled);
        more.add(id);
        return new Outbox(person, there, without(List.of(id)), more, 0, handing, over);
    }

    /** It is written down that they have these. */
    Outbox settled(List<String> ids) {
        return new Outbox(person, there, without(ids), List.of(), tries, handing, over);
    }

    private List<Letter> without(List<String> ids) {
        return letters.stream().filter(letter -> !ids.contains(letter.id())).toList();
    }

    Outbox triedAgain() {
        return new Outbox(person, there, letters, unsettled, tries + 1, handing, over);
    }

    Outbox handingOver() {
        return new Outbox(person, there, letters, unsettled, tries, true, over);
    }

    Outbox handedOver() {
        return new Outbox(person, there, List.of(), List.of(), tries, handing, true);
    }
}
