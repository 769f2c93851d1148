package org.crossdesk.deploy.chaos;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.demo.Patience;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.deploy.seed.Account;
import org.crossdesk.deploy.wire.WireClient;
import org.crossdesk.protocol.Address;

/** Somebody who takes what is offered, talks, hands over and closes. */
final class Operator extends Person {
    private static final Duration ON_DUTY_MAX = Duration.ofSeconds(20);
    private static final String CONTACT = "s-";
    private static final String NOT_DELIVERED = "This did not reach the patron: ";

    private static final class Stint {
        private final long sinceNanos = System.nanoTime();
        private final List<Testimony.Heard> lines = new CopyOnWriteArrayList<>();
        private volatile boolean over;
    }

    /** A session, as this operator has it. */
    final class Contact {
        private final Conversation talk;
        private final List<Stint> stints = new CopyOnWriteArrayList<>();
        private final List<String> notDelivered = new CopyOnWriteArrayList<>();
        private int said;

        private Contact(String address) {
            this.talk = new Conversation(address, Operator.this::send);
        }

        /** Says the next thing, or something in particular. */
        void says(String what) {
            talk.say(what + number + "." + session() + "." + ++said);
        }

        String session() {
            return talk.address().substring(CONTACT.length(), talk.address().indexOf('@'));
        }

        Conversation talk() {
            return talk;
        }

        /** Whether it is this operator's turn, as far as they know. */
        boolean open() {
            return !stints.isEmpty() && !stints.get(stints.size() - 1).over;
        }

        Testimony.OfOperator testimony() {
            return new Testimony.OfOperator(
                    number,
                    session(),
                    talk.kept(),
                    talk.waiting(),
                    List.copyOf(notDelivered),
                    stints.stream()
                            .map(stint -> new Testimony.Stint(stint.sinceNanos, List.copyOf(stint.lines)))
                            .toList(),
                    open());
        }
    }

    private final int number;
    private final Network network;
    private final Address service;
    private final Map<String, Contact> contacts = new LinkedHashMap<>();

    Operator(
            int number,
            Network network,
            Library library,
            Account account,
            Address service,
            ScheduledExecutorService workers) {
        super(library, account, workers);
        this.number = number;
        this.network = network;
        this.service = service;
    }

    /** Goes on duty through the desk: after a restart of the server nobody is. */
    @Override
    void connected() throws ClientException, InterruptedException {
        try (XmppClient client = XmppClient.connect(
                org.crossdesk.deploy.demo.Person.of(network, name(), library().domain()))) {
            Duty duty = new Duty(client);
            Patience.until(ON_DUTY_MAX, () -> duty.command(List.of(service), true));
        }
        contacts().forEach(contact -> contact.talk().again());
    }

    List<Contact> contacts() {
        synchronized (contacts) {
            return List.copyOf(contacts.values());
        }
    }

    @Override
    void heard(WireClient.Said said) {
        if (!said.from().startsWith(CONTACT)) {
            return;
        }
        Contact contact;
        synchronized (contacts) {
            String address = said.from().contains("/")
                    ? said.from().substring(0, said.from().indexOf('/'))
                    : said.from();
            contact = contacts.computeIfAbsent(address, Contact::new);
        }
        synchronized (contact) {
            heard(contact, said);
        }
    }

    private void heard(Contact contact, WireClient.Said said) {
        if (said.elements().contains("offer")) {
            contact.stints.add(new Stint());
            contact.says("O");
        } else if (said.elements().contains("closed")) {
            if (!contact.stints.isEmpty()) {
                contact.stints.get(contact.stints.size() - 1).over = true;
            }
        } else if (said.body().startsWith(NOT_DELIVERED)) {
            contact.notDelivered.add(said.body().substring(NOT_DELIVERED.length()));
        } else if (said.body().startsWith("P") && !contact.stints.isEmpty()) {
            Stint last = contact.stints.get(contact.stints.size() - 1);
            last.lines.add(new Testimony.Heard(said.body(), System.nanoTime()));
        }
    }

    @Override
    public void confirmed(String id) {
        for (Contact contact : contacts()) {
            if (contact.talk().confirmed(id)) {
                return;
            }
        }
    }

    @Override
    public void refused(String id, String condition) {
        // A session that is over says so for good; all else passes.
        boolean over = condition.equals("item-not-found");
        contacts().forEach(contact -> contact.talk().refused(id, over));
    }
}
