package org.crossdesk.domain.competence.match;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;

/**
 * Those found, best first. They are looked up when they are looked at, which mostly is the first of them only, and until
 * the index changes.
 */
public final class Matches {
    private final CompetenceIndex index;
    private final Query query;
    private final Top top;
    private final long changes;

    Matches(CompetenceIndex index, Query query, Top top, long changes) {
        this.index = index;
        this.query = query;
        this.top = top;
        this.changes = changes;
    }

    /** How many were found. */
    public int size() {
        return top.size();
    }

    /** The one at this place, 0 being the best. */
    public Match get(int place) {
        if (index.changes() != changes) {
            throw new IllegalStateException("the index has changed since these were found");
        }
        return index.match(query, top.found(place));
    }

    /** All of them. */
    public List<Match> all() {
        List<Match> all = new ArrayList<>(size());
        for (int place = 0; place < size(); place++) {
            all.add(get(place));
        }
        return all;
    }

    /** Their addresses. */
    public List<Address> operators() {
        return all().stream().map(Match::operator).toList();
    }
}
