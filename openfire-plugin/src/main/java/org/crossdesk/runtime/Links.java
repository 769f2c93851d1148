package org.crossdesk.runtime;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.crossdesk.protocol.Address;

/**
 * People's clients that come and go. Nobody tells the desk twice, so what can't be heard now is heard later, unless
 * something newer has happened to that person meanwhile. Safe to use from any thread.
 */
final class Links {
    private final Loop loop;
    private final Alarms alarms;
    private final ConcurrentMap<Address, Consumer<Turn>> latest = new ConcurrentHashMap<>();

    Links(Loop loop, Alarms alarms) {
        this.loop = loop;
        this.alarms = alarms;
    }

    /** Something has happened to a link of this client's person. */
    void happened(Address client, Consumer<Turn> what) {
        Address person = client.bare();
        latest.put(person, what);
        hear(person, what);
    }

    /** Whether something has happened to this person's links that is not heard yet. */
    boolean inDoubt(Address client) {
        return latest.containsKey(client.bare());
    }

    private void hear(Address person, Consumer<Turn> what) {
        Runnable failed = () -> {
            // What has happened since then says more.
            if (latest.putIfAbsent(person, what) == null) {
                later(person, what);
            }
        };
        boolean taken = loop.submit(
                "link " + person,
                turn -> {
                    if (latest.remove(person, what)) {
                        what.accept(turn);
                    }
                },
                failed);
        if (!taken) {
            later(person, what);
        }
    }

    private void later(Address person, Consumer<Turn> what) {
        alarms.later(() -> {
            if (inDoubt(person)) {
                hear(person, what);
            }
        });
    }
}
