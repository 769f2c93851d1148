package org.crossdesk.deploy.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.demo.Patience;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.deploy.openfire.OpenfireChoice;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.crossdesk.deploy.seed.Account;
import org.crossdesk.protocol.Address;

/**
 * Patrons and operators on real servers talk and hand over all the time while links between the servers go bad and
 * servers are killed. Then all is made whole, and what they were told is held against what they saw.
 */
public final class Chaos {
    /** Fewer can't be handed around. */
    public static final int SESSIONS_MIN = 2;

    private static final Duration READY_MAX = Duration.ofSeconds(60);
    private static final Duration SETTLE_MAX = Duration.ofSeconds(120);
    private static final Duration QUIET = Duration.ofSeconds(6);
    private static final int SESSIONS_OF_ONE = 4;
    private static final int CONTROLS = 4;
    private static final int WORKERS = 24;
    private static final int TICK_MILLISECONDS = 100;
    private static final int CONTROL_MILLISECONDS = 50;

    /**
     * What to do.
     *
     * @param sessions how many patrons talk
     * @param length for how long things go wrong
     * @param seed decides what goes wrong
     * @param compare whether people without a desk are struck, too
     * @param state where the network lives
     * @param progress hears what happens
     */
    public record Setup(
            int sessions, Duration length, long seed, boolean compare, Path state, Consumer<String> progress) {}

    /**
     * What came of it.
     *
     * @param clean whether nothing was lost, doubled or out of order, and every session has one owner
     * @param bitten whether people without a desk lost something, where that was looked at
     */
    public record Outcome(boolean clean, boolean bitten, List<String> lines) {}

    private final Setup setup;
    private final Random random;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS, task -> {
        Thread thread = new Thread(task, "chaos");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Patron> patrons = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private volatile boolean talking = true;

    private Chaos(Setup setup) {
        this.setup = setup;
        this.random = new Random(~setup.seed());
    }

    /** Starts the network, lets it suffer, and judges. */
    public static Outcome run(Setup setup) throws IOException, InterruptedException, ClientException {
        return new Chaos(setup).run();
    }

    private Outcome run() throws IOException, InterruptedException, ClientException {
        int operatorsEach = Math.max(1, (setup.sessions() + 2 * SESSIONS_OF_ONE - 1) / (2 * SESSIONS_OF_ONE));
        ProjectFolder project = ProjectFolder.locate();
        try (ChaosPlan plan = ChaosPlan.of(setup.sessions() + CONTROLS, operatorsEach);
                Network network = Network.prepare(plan.network(), setup.state())
                        .on(OpenfireChoice.embedded())
                        .plugin(project.pluginJar())
                        .fresh()
                        .start()) {
            setup.progress().accept("the network is up");
            openServices(network);
            people(network, operatorsEach);
            return strike(network, plan);
        } finally {
            talking = false;
            patrons.forEach(Person::close);
            operators.forEach(Person::close);
            controls.forEach(Control::close);
            workers.shutdownNow();
        }
    }

    private static void openServices(Network network) throws ClientException, InterruptedException {
        Address hub = Address.parse(DemoPlan.HUB_SERVICE);
        service(network, ChaosPlan.HUB, String.valueOf(hub.local()), "-");
        service(network, ChaosPlan.HOME, "desk", hub.toString());
    }

    private static void service(Network network, String domain, String name, String parent)
            throws ClientException, InterruptedException {
        Map<String, List<String>> answers = new HashMap<>();
        answers.put("name", List.of(name));
        answers.put("titles", List.of("Desk"));
        answers.put("parent", List.of(parent));
        answers.put("own-seconds", List.of("15"));
        answers.put("parent-seconds", List.of("60"));
        answers.put("ring-seconds", List.of("15"));
        try (XmppClient client =
                XmppClient.connect(org.crossdesk.deploy.demo.Person.of(network, "coordinator", domain))) {
            Patience.until(READY_MAX, () -> client.command(Duty.desk(domain), "service", answers));
        }
    }

    private void people(Network network, int operatorsEach) {
        Address service = Address.parse(DemoPlan.HUB_SERVICE);
        for (String domain : ChaosPlan.AWAY) {
            Library library = network.library(domain);
            for (int i = 1; i <= operatorsEach; i++) {
                Account account = account(library, "operator" + i);
                operators.add(new Operator(operators.size() + 1, network, library, account, service, workers));
            }
        }
        Library home = network.library(ChaosPlan.HOME);
        for (int i = 1; i <= setup.sessions(); i++) {
            patrons.add(new Patron(i, home, account(home, "patron" + i), workers));
        }
        for (int i = 1; i <= (setup.compare() ? CONTROLS : 0); i++) {
            Library away = network.library(ChaosPlan.AWAY.get(i % ChaosPlan.AWAY.size()));
            controls.add(new Control(home, away, account(home, "patron" + (setup.sessions() + i)), workers));
        }
        operators.forEach(operator -> workers.execute(operator::connect));
        patrons.forEach(patron -> workers.execute(patron::connect));
        controls.forEach(control -> workers.execute(control::connect));
    }

    private static Account account(Library library, String name) {
        return library.plan().accounts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Outcome strike(Network network, ChaosPlan plan) throws IOException, InterruptedException {
        await(
                "everybody is connected",
                READY_MAX,
                () -> operators.stream().allMatch(Person::isConnected)
                        && patrons.stream().allMatch(Person::isConnected));
        talk();
        await("every patron is answered", READY_MAX, () -> patrons.stream().allMatch(Chaos::answered));
        setup.progress().accept(setup.sessions() + " sessions talk; things go wrong from now on");
        Faults faults = new Faults(network, plan.links(), setup.seed(), setup.progress());
        faults.strikeUntil(System.nanoTime() + setup.length().toNanos());
        talking = false;
        settle();
        Judgement judgement = Judgement.of(
                patrons.stream().map(Patron::testimony).toList(),
                operators.stream()
                        .flatMap(operator -> operator.contacts().stream())
                        .map(Operator.Contact::testimony)
                        .toList());
        return outcome(faults, judgement);
    }

    private static boolean answered(Patron patron) {
        return patron.heard().stream().anyMatch(words -> words.body().startsWith("O"));
    }

    /** Lets everybody talk at their own pace. */
    private void talk() {
        patrons.forEach(patron -> everySoOften(300, 1_500, patron::writes));
        operators.forEach(operator -> everySoOften(80, 500, () -> act(operator)));
        controls.forEach(control -> everySoOften(CONTROL_MILLISECONDS, CONTROL_MILLISECONDS + 1, control::write));
        workers.scheduleWithFixedDelay(
                () -> {
                    long now = System.nanoTime();
                    patrons.forEach(patron -> patron.desk().tick(now));
                    operators.forEach(operator -> operator.contacts()
                            .forEach(contact -> contact.talk().tick(now)));
                },
                TICK_MILLISECONDS,
                TICK_MILLISECONDS,
                TimeUnit.MILLISECONDS);
    }

    private void everySoOften(int fromMilliseconds, int toMilliseconds, Runnable action) {
        int delay;
        synchronized (random) {
            delay = fromMilliseconds + random.nextInt(toMilliseconds - fromMilliseconds);
        }
        if (talking && !workers.isShutdown()) {
            var unused = workers.schedule(
                    () -> {
                        if (talking) {
                            action.run();
                            everySoOften(fromMilliseconds, toMilliseconds, action);
                        }
                    },
                    delay,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void act(Operator operator) {
        List<Operator.Contact> open =
                operator.contacts().stream().filter(Operator.Contact::open).toList();
        if (open.isEmpty()) {
            return;
        }
        int choice;
        Operator.Contact contact;
        synchronized (random) {
            contact = open.get(random.nextInt(open.size()));
            choice = random.nextInt(100);
        }
        String address = contact.talk().address();
        if (choice < 3) {
            operator.tell(address, "/transfer : chaos");
        } else if (choice < 5) {
            operator.tell(address, "/transfer to=back : chaos");
        } else if (choice < 6) {
            operator.tell(address, "/close answered 2");
        } else {
            contact.says("O");
        }
    }

    /** All is whole: what was said arrives, every patron says a last word, and every operator in every session. */
    private void settle() throws InterruptedException {
        setup.progress().accept("all is whole again; waiting for what is still under way");
        quiet();
        patrons.forEach(Patron::writes);
        quiet();
        operators.forEach(operator -> operator.contacts().forEach(contact -> contact.says("F")));
        quiet();
    }

    /** Waits until everything said is confirmed and nothing new has come for a while. */
    private void quiet() throws InterruptedException {
        long deadline = System.nanoTime() + SETTLE_MAX.toNanos();
        long[] heard = {-1, System.nanoTime()};
        while (System.nanoTime() < deadline) {
            long now =
                    patrons.stream().mapToLong(patron -> patron.heard().size()).sum()
                            + operators.stream()
                                    .flatMap(operator -> operator.contacts().stream())
                                    .flatMap(contact -> contact.testimony().stints().stream())
                                    .mapToLong(stint -> stint.lines().size())
                                    .sum();
            boolean settled = patrons.stream().allMatch(patron -> patron.desk().settled())
                    && operators.stream()
                            .allMatch(operator -> operator.contacts().stream()
                                    .allMatch(contact -> contact.talk().settled()))
                    && everybodyIsRead();
            if (now != heard[0] || !settled) {
                heard[0] = now;
                heard[1] = System.nanoTime();
            } else if (System.nanoTime() - heard[1] > QUIET.toNanos()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(TICK_MILLISECONDS);
        }
        setup.progress().accept("not quiet after " + SETTLE_MAX.toSeconds() + " s");
    }

    /** Whether an operator has seen the last word of every patron. */
    private boolean everybodyIsRead() {
        Set<String> seen = operators.stream()
                .flatMap(operator -> operator.contacts().stream())
                .flatMap(contact -> contact.testimony().stints().stream())
                .flatMap(stint -> stint.lines().stream())
                .map(Testimony.Heard::body)
                .collect(Collectors.toSet());
        return patrons.stream().allMatch(patron -> {
            List<Conversation.Kept> kept = patron.desk().kept();
            return kept.isEmpty() || seen.contains(kept.get(kept.size() - 1).body());
        });
    }

    private Outcome outcome(Faults faults, Judgement judgement) {
        List<String> lines = new ArrayList<>();
        faults.done().forEach((kind, count) -> lines.add(Judgement.row(kind, count)));
        lines.addAll(judgement.inWords());
        lines.addAll(judgement.ways(faults.healed()));
        int sent = controls.stream().mapToInt(Control::sent).sum();
        int lost = controls.stream().mapToInt(Control::lost).sum();
        if (setup.compare()) {
            lines.add(Judgement.row("without a desk: messages sent", sent));
            lines.add(Judgement.row("without a desk: lost", lost));
            lines.add(Judgement.row(
                    "without a desk: out of order",
                    controls.stream().mapToInt(Control::outOfOrder).sum()));
        }
        return new Outcome(judgement.clean(), lost > 0, lines);
    }

    private void await(String what, Duration atMost, BooleanSupplier so) throws IOException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not within " + atMost.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TICK_MILLISECONDS));
        }
    }
}
