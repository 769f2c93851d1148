package org.crossdesk.edge.xmpp;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.edge.storage.FileJournal;
import org.crossdesk.edge.storage.HsqldbDatabase;
import org.crossdesk.edge.storage.JdbcDirectory;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.ProfileQuery;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.competence.Subject;
import org.xmpp.component.Component;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * What a hub's desk hears and asks when the operators of many libraries come on duty, the first time and after a restart.
 * The desk is the real one; the room and the other desks answer as real ones do. The program of
 * {@code ./crossdesk bench presence}: a file for the figures.
 */
public final class ThousandOnDuty {
    private static final int LIBRARIES = 100;
    private static final int OPERATORS = 1_000;
    private static final String DOMAIN = "hub.test";
    private static final String DESK = "ask." + DOMAIN;
    private static final String ROOM = "desk@conference." + DOMAIN;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What went in and out in one part of the story. */
    static final class Counts {
        long presences;
        long presenceBytes;
        long queries;
        long queryBytes;
        long profileBytes;

        long stanzas() {
            return presences + 2 * queries;
        }

        long bytes() {
            return presenceBytes + queryBytes + profileBytes;
        }
    }

    private final Path folder;
    private final int libraries;
    private final int operators;
    private final Map<String, Profile> profiles = new HashMap<>();
    private final ConcurrentLinkedQueue<Packet> out = new ConcurrentLinkedQueue<>();
    private DeskServer server;
    private FileJournal journal;
    private HsqldbDatabase database;
    private Component door;
    private boolean entered;

    /** So many operators of so many libraries, at a hub that keeps what it has in the folder. */
    ThousandOnDuty(Path folder, int libraries, int operators) {
        this.folder = folder;
        this.libraries = libraries;
        this.operators = operators;
        Random random = new Random(11);
        String[] tags = {"fa", "ar", "fi", "es", "fr", "ru", "pl", "so"};
        for (int i = 0; i < operators; i++) {
            profiles.put(
                    handle(i).toString(),
                    new Profile(
                            List.of(
                                    new Language("sv", LanguageLevel.NATIVE),
                                    new Language(tags[random.nextInt(tags.length)], LanguageLevel.C1)),
                            List.of(new Subject(Subject.GENERAL_SCHEME, "law", 1 + random.nextInt(3))),
                            List.of(),
                            "room " + i,
                            null));
        }
    }

    private Address handle(int number) {
        return Address.parse("ask.lib" + number % libraries + ".test/h" + number);
    }

    void start() throws Exception {
        if (database == null) {
            database = HsqldbDatabase.installed(folder.resolve("database"));
        }
        journal = FileJournal.open(folder.resolve("journal"), database::open);
        Set<String> members = new HashSet<>();
        for (int i = 0; i < libraries; i++) {
            members.add("lib" + i + ".test");
        }
        server = new DeskServer(
                Setups.of(DOMAIN, "Hub", members, List.of(), 600, Duration.ofSeconds(30)),
                Setups.around(
                        DOMAIN,
                        folder,
                        journal,
                        new JdbcDirectory(database::open),
                        out::add,
                        new StanzaDoorTest.NoRoles()));
        server.start();
        door = server.component(iq -> null);
        server.open();
        counting(new Counts(), () -> entered);
    }

    void stop() throws Exception {
        server.stop();
        journal.close();
        entered = false;
    }

    void close() throws SQLException {
        database.close();
    }

    /** Everybody comes on duty, or changes what they have to do. */
    Counts presences(int load) throws Exception {
        Counts counts = new Counts();
        for (int i = 0; i < operators; i++) {
            Presence presence = presence(i, load);
            counts.presences++;
            counts.presenceBytes += presence.toXML().length();
            door.processPacket(presence);
        }
        counting(counts, () -> {
            var there = roster();
            return there.size() == operators
                    && there.stream().allMatch(one -> one.stamp().load() == load);
        });
        return counts;
    }

    /** Everybody but the last comes, and is gone before the hub has their profile; then the last comes. */
    Counts comeAndGo() throws Exception {
        Counts counts = new Counts();
        for (int i = 0; i < operators - 1; i++) {
            door.processPacket(presence(i, 0));
            Presence gone = presence(i, 0);
            gone.setType(Presence.Type.unavailable);
            door.processPacket(gone);
        }
        counting(counts, () -> counts.queries == operators - 1);
        door.processPacket(presence(operators - 1, 0));
        counting(counts, () -> roster().size() >= 1);
        return counts;
    }

    /** Who is on duty. */
    Collection<OnDuty> roster() {
        return server.control().roster(Address.parse("desk@" + DESK)).join().operators();
    }

    private Presence presence(int number, int load) {
        Address operator = handle(number);
        Presence presence = new Presence();
        presence.setFrom(new JID(ROOM + "/op" + number));
        presence.setTo(new JID("desk@" + DESK + "/" + StaffRoom.OWNER_NICK));
        Profile profile = profiles.get(operator.toString());
        presence.getElement()
                .add(StanzaBridge.write(
                        new Stamp(String.valueOf(operator.resource()), profile.ver(), load, 2).toElement()));
        presence.addChildElement("x", RoomStanzas.USER)
                .addElement("item")
                .addAttribute("affiliation", "member")
                .addAttribute("role", "participant")
                .addAttribute("jid", operator.toString());
        return presence;
    }

    /** Answers as the room and the other desks do, until it is so. */
    private void counting(Counts counts, BooleanSupplier so) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long nextLook = 0;
        while (true) {
            Packet packet = out.poll();
            if (packet != null) {
                answer(packet, counts);
                continue;
            }
            if (System.nanoTime() > nextLook) {
                if (so.getAsBoolean()) {
                    return;
                }
                nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not come to rest");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private void answer(Packet packet, Counts counts) throws Exception {
        if (packet instanceof Presence join
                && join.getTo() != null
                && join.getTo().toBareJID().equals(ROOM)) {
            Presence own = new Presence();
            own.setFrom(join.getTo());
            own.setTo(join.getFrom());
            own.addChildElement("x", RoomStanzas.USER).addElement("status").addAttribute("code", "110");
            door.processPacket(own);
        } else if (packet instanceof IQ iq && iq.isRequest()) {
            IQ result = IQ.createResultIQ(iq);
            if (Payloads.ours(iq.getChildElement())
                    && Payloads.decode(iq.getChildElement()) instanceof ProfileQuery query) {
                Profile profile = profiles.get(iq.getTo().toString());
                if (!profile.ver().equals(query.ver())) {
                    throw new IllegalStateException("asked for another profile");
                }
                result.setChildElement(StanzaBridge.write(profile.toElement()));
                counts.queries++;
                counts.queryBytes += iq.toXML().length();
                counts.profileBytes += result.toXML().length();
            } else if (iq.getChildElement().getNamespaceURI().endsWith("#admin")) {
                entered = true;
            }
            door.processPacket(result);
        }
    }

    /** Measures, and writes the figures into the file that is named. */
    public static void main(String[] words) throws Exception {
        Path folder = Files.createTempDirectory("thousand-on-duty");
        ThousandOnDuty story = new ThousandOnDuty(folder, LIBRARIES, OPERATORS);
        Properties figures = new Properties();
        story.start();
        put(figures, "first", story.presences(0));
        put(figures, "change", story.presences(1));
        story.stop();
        story.start();
        put(figures, "restart", story.presences(1));
        story.stop();
        story.close();
        try (Writer out = Files.newBufferedWriter(Path.of(words[0]))) {
            figures.store(out, null);
        }
        delete(folder);
        System.exit(0);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = new ArrayList<>(files.toList());
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }

    private static void put(Properties figures, String name, Counts counts) {
        figures.setProperty(name + ".stanzas", Long.toString(counts.stanzas()));
        figures.setProperty(name + ".bytes", Long.toString(counts.bytes()));
        figures.setProperty(name + ".queries", Long.toString(counts.queries));
    }
}
