package org.crossdesk.edge.xmpp;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.protocol.competence.Find;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.dom4j.DocumentException;
import org.dom4j.io.SAXReader;
import org.xmpp.packet.IQ;

/**
 * A search among many libraries: every stanza is written as XML and read again, every desk looks through its own people by
 * the code that it has, and each link takes its time. The program of {@code ./crossdesk bench find}: a file for the figures.
 */
public final class FindAmongMany implements AutoCloseable {
    private static final int OPERATORS = 30;
    private static final int LIBRARIES = 200;
    private static final int SEARCHES = 60;
    private static final int WARM = 20;
    private static final int LINK_LEAST_MILLIS = 4;
    private static final int LINK_MOST_MILLIS = 120;
    private static final long SEED = 7;
    /** A server keeps its parsers, too. */
    private static final ThreadLocal<SAXReader> READER = ThreadLocal.withInitial(SAXReader::new);

    private static final String OWN = "ask.home.test";
    private static final String[] LANGUAGES = {"fa", "ar", "fi", "es", "fr", "ru", "pl", "so", "ti", "ku"};
    private static final String[] SUBJECTS = {"law", "medicine", "history", "music", "chemistry", "literature"};

    private final ScheduledExecutorService links = Executors.newScheduledThreadPool(2);
    private final Map<String, Finder> desks = new HashMap<>();
    private final Map<String, Integer> linkMillis = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Requests requests;
    private final Finder finder;
    private final AtomicLong tokens = new AtomicLong();

    /** So many libraries, whose people and links this seed makes. */
    FindAmongMany(int libraries, long seed, Duration patience) throws JournalException {
        Random random = new Random(seed);
        requests = new Requests(links, patience, () -> "r" + tokens.incrementAndGet(), this::carry);
        Set<String> domains = new HashSet<>();
        for (int i = 0; i < libraries; i++) {
            String domain = "lib" + i + ".test";
            domains.add(domain);
            linkMillis.put("ask." + domain, LINK_LEAST_MILLIS + random.nextInt(LINK_MOST_MILLIS - LINK_LEAST_MILLIS));
            desks.put("ask." + domain, desk("ask." + domain, people(random), Set.of("home.test"), requests, patience));
        }
        finder = desk(OWN, people(random), domains, requests, patience);
    }

    private static Finder desk(
            String domain, List<Directory.Operator> people, Set<String> members, Requests requests, Duration patience)
            throws JournalException {
        MemoryDirectory directory = new MemoryDirectory();
        directory.save(people);
        OperatorBook book = new OperatorBook(directory);
        book.load();
        return new Finder(
                new Members(domain, members),
                book,
                any -> true,
                handle -> handle.hashCode() % 3 == 0,
                any -> 0,
                SubjectOrder.PLAIN,
                requests,
                Clock.systemUTC(),
                true,
                patience);
    }

    private static List<Directory.Operator> people(Random random) {
        List<Directory.Operator> people = new ArrayList<>();
        for (int i = 0; i < OPERATORS; i++) {
            people.add(new Directory.Operator(
                    "op" + i,
                    "h" + i,
                    new Profile(
                            List.of(new Language(LANGUAGES[random.nextInt(LANGUAGES.length)], LanguageLevel.C1)),
                            List.of(new Subject(Subject.GENERAL_SCHEME, SUBJECTS[random.nextInt(SUBJECTS.length)], 2)),
                            List.of()),
                    2));
        }
        return people;
    }

    Finder finder() {
        return finder;
    }

    /** Its link is cut from now on. */
    void cut(String desk) {
        silent.add(desk);
    }

    int slowestLinkMillis() {
        return linkMillis.values().stream().mapToInt(one -> one).max().orElse(0);
    }

    private void carry(IQ iq) {
        String desk = iq.getTo().getDomain();
        if (silent.contains(desk)) {
            return;
        }
        String written = iq.toXML();
        int half = linkMillis.get(desk) / 2;
        links.schedule(() -> answer(desk, written, half), half, TimeUnit.MILLISECONDS);
    }

    private void answer(String desk, String written, int half) {
        try {
            IQ iq = read(written);
            Find find = (Find) Payloads.decode(iq.getChildElement());
            IQ result = IQ.createResultIQ(iq);
            result.setChildElement(StanzaBridge.write(
                    desks.get(desk).forOthers(find, iq.getFrom().getDomain()).toElement()));
            String answered = result.toXML();
            links.schedule(
                    () -> {
                        requests.answered(read(answered));
                        return null;
                    },
                    half,
                    TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static IQ read(String xml) throws DocumentException {
        return new IQ(READER.get().read(new StringReader(xml)).getRootElement());
    }

    @Override
    public void close() {
        links.shutdownNow();
    }

    /** Measures, and writes the figures into the file that is named. */
    public static void main(String[] words) throws Exception {
        Properties figures = new Properties();
        try (FindAmongMany world = new FindAmongMany(LIBRARIES, SEED, Duration.ofSeconds(2))) {
            List<Double> first = new ArrayList<>();
            List<Double> all = new ArrayList<>();
            int found = 0;
            for (int i = 0; i < WARM + SEARCHES; i++) {
                Find find = new Find(Sample.language(LANGUAGES[i % LANGUAGES.length]), false);
                long begin = System.nanoTime();
                Finder.Searching searching = world.finder.begin(find);
                searching.first().get(10, TimeUnit.SECONDS);
                double atFirst = (System.nanoTime() - begin) / 1e6;
                Finder.Result done = searching.done().get(10, TimeUnit.SECONDS);
                double atAll = (System.nanoTime() - begin) / 1e6;
                if (!done.silent().isEmpty()) {
                    throw new IllegalStateException("no answer from " + done.silent());
                }
                if (i >= WARM) {
                    first.add(atFirst);
                    all.add(atAll - world.slowestLinkMillis());
                    found += done.people().size();
                }
            }
            put(figures, "first", first);
            put(figures, "beyond", all);
            figures.setProperty("slowest", Integer.toString(world.slowestLinkMillis()));
            figures.setProperty("found", Double.toString((double) found / SEARCHES));
        }
        write(figures, Path.of(words[0]));
        System.exit(0);
    }

    private static void put(Properties figures, String name, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        figures.setProperty(name + ".p50", Double.toString(sorted.get(sorted.size() / 2)));
        figures.setProperty(name + ".max", Double.toString(sorted.get(sorted.size() - 1)));
    }

    private static void write(Properties figures, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            figures.store(out, null);
        }
    }
}
