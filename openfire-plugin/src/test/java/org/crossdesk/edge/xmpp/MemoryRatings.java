package org.crossdesk.edge.xmpp;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.runtime.RatingShelf;

/** Ratings for as long as a test lasts. */
final class MemoryRatings implements RatingShelf {
    private final Map<SessionId, Rated> all = new ConcurrentHashMap<>();

    @Override
    public void keep(Rated rated) {
        all.put(rated.session(), rated);
    }

    @Override
    public List<Rated> read(Address service, Instant from, Instant until, int most) {
        return all.values().stream()
                .filter(one -> one.service().equals(service))
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(until))
                .sorted(Comparator.comparing(Rated::at).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public void forget(Instant wordsBefore, Instant before) {
        all.values().removeIf(one -> one.at().isBefore(before));
    }
}
