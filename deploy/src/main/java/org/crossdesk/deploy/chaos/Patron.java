package org.crossdesk.deploy.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.seed.Account;
import org.crossdesk.deploy.wire.WireClient;

/** Somebody who asks at home, and goes on asking. */
final class Patron extends Person {
    private final int number;
    private final Conversation desk;
    private final List<Testimony.Heard> heard = new ArrayList<>();
    private int said;

    Patron(int number, Library library, Account account, ScheduledExecutorService workers) {
        super(library, account, workers);
        this.number = number;
        this.desk = new Conversation("desk@ask." + library.domain(), this::send);
    }

    /** Writes the next line. */
    synchronized void writes() {
        desk.say("P" + number + "." + ++said);
    }

    int number() {
        return number;
    }

    Conversation desk() {
        return desk;
    }

    @Override
    void connected() {
        desk.again();
    }

    @Override
    void heard(WireClient.Said said) {
        synchronized (heard) {
            heard.add(new Testimony.Heard(said.body(), System.nanoTime()));
        }
    }

    @Override
    public void confirmed(String id) {
        desk.confirmed(id);
    }

    /** Everything that came, in order. */
    List<Testimony.Heard> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    Testimony.OfPatron testimony() {
        return new Testimony.OfPatron(number, desk.kept(), desk.waiting(), heard());
    }
}
