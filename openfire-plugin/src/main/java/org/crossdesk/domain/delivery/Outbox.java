package org.crossdesk.domain.delivery;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one person. Immutable.
 *
 * @param person their account
 * @param there whether a client of theirs is connected, as far as is known
 * @param letters what no client has confirmed, oldest first
 * @param unsettled the last that was confirmed since something was written down, if anything was
 * @param tries how often all of it was sent to a person of whose links nothing is known
 * @param over whether there is nothing left to do for it
 */
public record Outbox(
        Address person,
        boolean there,
        List<Letter> letters,
        @Nullable String unsettled,
        int tries,
        boolean over) {
    public Outbox {
        letters = List.copyOf(letters);
    }

    /** With what is now known of their clients. */
    public Outbox linked(boolean nowThere) {
        return new Outbox(person, nowThere, letters, unsettled, tries, over);
    }

    /** With one more; the oldest is given up where there are too many. */
    Outbox with(Letter letter, int most) {
        List<Letter> more = new ArrayList<>(letters);
        more.add(letter);
        return new Outbox(
                person, there, more.subList(Math.max(0, more.size() - most), more.size()), unsettled, tries, over);
    }

    /** A stream keeps order: who has this one has those before it. */
    Outbox confirmed(String id, @Nullable String nowUnsettled) {
        for (int i = 0; i < letters.size(); i++) {
            if (letters.get(i).id().equals(id)) {
                return new Outbox(person, there, letters.subList(i + 1, letters.size()), nowUnsettled, 0, over);
            }
        }
        return new Outbox(person, there, letters, nowUnsettled, tries, over);
    }

    Outbox triedAgain() {
        return new Outbox(person, there, letters, unsettled, tries + 1, over);
    }

    Outbox handedOver() {
        return new Outbox(person, there, List.of(), null, tries, true);
    }
}
