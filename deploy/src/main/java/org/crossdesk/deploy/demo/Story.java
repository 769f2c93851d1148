package org.crossdesk.deploy.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.script.Stage;
import org.crossdesk.bot.script.Timeline;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.CommandResult;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.protocol.Address;

/**
 * The story of the whole: a question in Persian, asked in Uppsala, is answered from Tehran and then from Helsinki, and
 * the patron sees one conversation, though the hub that brought them together is killed on the way. Every line is
 * checked; what does not come true ends the story by a {@link org.crossdesk.bot.script.ScriptFailure}.
 */
public final class Story {
    /** How long any one line may take to come true. */
    private static final Duration LINE_MAX = Duration.ofSeconds(10);

    private static final String DESK = "desk@ask.uppsala.test";
    private static final Duration ON_DUTY_MAX = Duration.ofSeconds(30);

    private final Network network;
    private final Stage stage = new Stage(LINE_MAX);

    /** A story on this network, whose services {@link DemoServices} has set up. */
    public Story(Network network) {
        this.network = network;
    }

    /** What happened, as far as it was played. */
    public Timeline timeline() {
        return stage.timeline();
    }

    /** Plays it. The hub does not run any more when this returns. */
    public void play() throws ClientException, InterruptedException {
        List<XmppClient> clients = new ArrayList<>();
        try {
            XmppClient parisa = come(clients, "parisa", "uppsala.test");
            XmppClient astrid = come(clients, "astrid", "uppsala.test");
            XmppClient leila = come(clients, "leila", "tehran.test");
            XmppClient aino = come(clients, "aino", "helsinki.test");
            // Two ways to go on duty: with one's own client in the rooms, and by a command of one's own desk.
            enter(astrid, DESK, DemoPlan.HUB_SERVICE);
            enter(leila, "desk@ask.tehran.test", DemoPlan.HUB_SERVICE);
            command(aino, "desk@ask.helsinki.test", DemoPlan.HUB_SERVICE);
            awaitOnDuty(3);
            tell(stage.patron("Parisa", parisa, DESK), astrid, leila, aino);
        } finally {
            clients.forEach(XmppClient::close);
        }
    }

    private void tell(Patron parisa, XmppClient astridsClient, XmppClient leilasClient, XmppClient ainosClient)
            throws ClientException {
        Operator leila = stage.operator("Leila", leilasClient);
        Operator aino = stage.operator("Aino", ainosClient);

        // 1 to 3: asked in Persian at home, where nobody has Persian; it rolls up, and Tehran takes it by answering.
        parisa.writes("سلام، درباره قانون ارث در سوئد و ایران کمک می‌خواهم.");
        leila.isOffered("قانون ارث");
        leila.answers("سلام پریسا، من لیلا هستم از کتابخانه دانشگاه تهران.");
        parisa.seesFrom(DESK, "من لیلا هستم");

        // 4: three turns, both ways.
        parisa.writes("پدرم در هر دو کشور ملک داشت.");
        leila.sees("در هر دو کشور");
        leila.answers("در ایران قانون مدنی ماده ۸۶۱ به بعد را ببینید.");
        parisa.seesFrom(DESK, "ماده ۸۶۱");
        parisa.writes("و در سوئد؟");
        leila.sees("و در سوئد");
        leila.answers("مقررات ارث اتحادیه اروپا؛ از یک متخصص حقوق می‌پرسم.");
        parisa.seesFrom(DESK, "متخصص حقوق");
        parisa.writes("ممنون، منتظر می‌مانم.");
        leila.sees("منتظر می‌مانم");

        // 5: a specialist in law is found in Helsinki, accepts, and reads what was said.
        leila.transfers("subject=law : inheritance in two countries, Sweden and Iran");
        aino.isOffered("inheritance in two countries");
        aino.answers("Hello, I am a law librarian. I have read your conversation.");
        aino.seesTranscript("قانون ارث", "من لیلا هستم", "منتظر می‌مانم");
        leila.seesNote("handed over");

        // 6: the patron goes on where they were.
        parisa.seesFrom(DESK, "helsinki.test");
        parisa.seesFrom(DESK, "I am a law librarian");
        parisa.writes("Thank you! Which law applies?");
        aino.sees("Which law applies");

        // 7: the hub dies; the talk goes on.
        stage.happens("the hub is killed (SIGKILL)", this::killHub);
        aino.answers("The EU Succession Regulation: the law of the last habitual residence.");
        parisa.seesFrom(DESK, "last habitual residence");
        parisa.writes("That helps a lot.");
        aino.sees("That helps a lot");

        // 8: closed, and counted on both sides.
        aino.closes("answered 4");
        parisa.seesTheEnd();
        counts("britta", "uppsala.test", "closed answered", "closed READ 4", "transferred-to helsinki.test");
        counts("kaisa", "helsinki.test", "answered-for uppsala.test", "closed-for READ 4");
        counts("reza", "tehran.test", "answered-for uppsala.test");

        // 9: one conversation: everything once, in order, from one address.
        parisa.sawOnlyFrom(DESK);
        List<String> told = parisa.words().stream().map(word -> word.text()).toList();
        stage.happens("the patron's stream is checked: each line once, in order", () -> {
            List<String> expected = List.of(
                    "من لیلا هستم",
                    "ماده ۸۶۱",
                    "متخصص حقوق",
                    "helsinki.test",
                    "I am a law librarian",
                    "last habitual residence");
            int at = -1;
            for (String line : expected) {
                List<Integer> places = new ArrayList<>();
                for (int i = 0; i < told.size(); i++) {
                    if (told.get(i).contains(line)) {
                        places.add(i);
                    }
                }
                if (places.size() != 1 || places.get(0) <= at) {
                    throw new IllegalStateException("«" + line + "» is at " + places + " of " + told);
                }
                at = places.get(0);
            }
        });
        stage.happens("Astrid, who has no Persian, was offered nothing", () -> {
            boolean offered = astridsClient.messages().since(0).stream()
                    .anyMatch(message -> DeskWords.of(message) == DeskWords.OFFER);
            if (offered) {
                throw new IllegalStateException("she was offered a session");
            }
        });
    }

    private XmppClient come(List<XmppClient> clients, String name, String domain) throws ClientException {
        XmppClient client = Person.available(network, name, domain);
        clients.add(client);
        return client;
    }

    private static void enter(XmppClient client, String... services) throws ClientException, InterruptedException {
        Duty duty = new Duty(client);
        for (String service : services) {
            Patience.until(ON_DUTY_MAX, () -> {
                duty.enter(Address.parse(service));
                return service;
            });
        }
    }

    private static void command(XmppClient client, String... services) throws ClientException, InterruptedException {
        Duty duty = new Duty(client);
        List<Address> all = List.of(services).stream().map(Address::parse).toList();
        Patience.until(ON_DUTY_MAX, () -> duty.command(all, true));
    }

    /** Asks the hub's desk who is on duty, until all are. */
    private void awaitOnDuty(int operators) throws ClientException, InterruptedException {
        try (XmppClient karin = Person.available(network, "karin", "north.test")) {
            Patience.until(ON_DUTY_MAX, () -> {
                CommandResult who = karin.command(Duty.desk("north.test"), "who", Map.of());
                if (who.items().size() < operators) {
                    throw new ClientException("only " + who.items() + " are on duty for " + DemoPlan.HUB_SERVICE);
                }
                return who;
            });
        }
    }

    private void killHub() {
        try {
            network.library("north.test").kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void counts(String coordinator, String domain, String... names) throws ClientException {
        try (XmppClient client = Person.available(network, coordinator, domain)) {
            CommandResult counts = client.command(Duty.desk(domain), "counts", Map.of());
            stage.happens(domain + " counts " + String.join(", ", names), () -> {
                for (String name : names) {
                    if (!counts.first(name).equals("1")) {
                        throw new IllegalStateException(name + " is not 1: " + counts.fields());
                    }
                }
            });
        }
    }
}
