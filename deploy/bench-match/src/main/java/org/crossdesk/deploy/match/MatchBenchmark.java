package org.crossdesk.deploy.match;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.Query;
import org.crossdesk.deploy.match.People.Question;
import org.crossdesk.domain.competence.match.CompetenceIndex;
import org.crossdesk.domain.competence.match.Need;
import org.crossdesk.domain.competence.match.Need.Order;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One search or one change an invocation; the questions are taken in turn. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the methods marked as set-up first
public class MatchBenchmark {
    static final int MOST = 10;
    static final int QUESTIONS = 4_096;
    /** Fewer, for a plain scan of everybody takes its time, and what is measured is compared with one. */
    static final int QUESTIONS_TO_EVERYBODY = 1_024;

    /** For searches in the index. */
    @State(Scope.Benchmark)
    public static class OurIndex {
        private CompetenceIndex index;
        private List<Need> onDuty;
        private List<Need> onDutyAtLevels;
        private List<Need> everybody;
        private List<Need> everybodyBestFirst;
        private int turn;

        @Setup
        public void build() {
            People people = new People();
            index = people.index();
            List<Question> questions = people.questions(QUESTIONS);
            onDuty = needs(questions, true, Order.LEAST_LOADED, LanguageLevel.A1, 1);
            onDutyAtLevels = needs(questions, true, Order.BEST_SCORE, LanguageLevel.B2, 2);
            questions = questions.subList(0, QUESTIONS_TO_EVERYBODY);
            everybody = needs(questions, false, Order.LEAST_LOADED, LanguageLevel.A1, 1);
            everybodyBestFirst = needs(questions, false, Order.BEST_SCORE, LanguageLevel.B2, 2);
        }

        private static List<Need> needs(
                List<Question> questions, boolean onDuty, Order order, LanguageLevel languageMin, int subjectMin) {
            return questions.stream()
                    .map(question -> People.need(question, onDuty, order, languageMin, subjectMin))
                    .toList();
        }

        private Object find(List<Need> needs) {
            turn = turn + 1 & needs.size() - 1;
            return index.find(needs.get(turn), MOST);
        }
    }

    /** For changes of the index. */
    @State(Scope.Benchmark)
    public static class Changing {
        private static final int CHANGES = 1 << 14;

        private CompetenceIndex index;
        private final Address[] comes = new Address[CHANGES];
        private final Address[] goes = new Address[CHANGES];
        private final int[] loads = new int[CHANGES];
        private int turn;
        private boolean back;

        @Setup
        public void build() {
            People people = new People();
            index = people.index();
            Random random = new Random(1);
            int off = 0;
            for (int i = 0; i < CHANGES; i++) {
                goes[i] = People.address(people.onDuty()[i]);
                off += 1 + random.nextInt(50);
                while (people.load(off) != People.OFF_DUTY) {
                    off++;
                }
                comes[i] = People.address(off);
                loads[i] = random.nextInt(People.CAPACITY + 1);
            }
        }

        private void duty() {
            int pair = turn >> 1;
            boolean come = (turn & 1) != 0;
            Address[] coming = back ? goes : comes;
            Address[] going = back ? comes : goes;
            if (come) {
                index.onDuty(coming[pair], People.CAPACITY);
            } else {
                index.offDuty(going[pair]);
            }
            turn++;
            if (turn == 2 * CHANGES) {
                turn = 0;
                back = !back;
            }
        }

        private void load() {
            turn = turn + 1 & CHANGES - 1;
            index.load(goes[turn], loads[turn]);
            loads[turn] = (loads[turn] + 1) % (People.CAPACITY + 1);
        }
    }

    /** For Lucene. */
    @State(Scope.Benchmark)
    public static class Lucene {
        private LuceneIndex index;
        private List<Query> onDuty;
        private List<Query> everybody;
        private int turn;

        @Setup
        public void build() throws IOException {
            People people = new People();
            index = new LuceneIndex(people, MOST);
            List<Question> questions = people.questions(QUESTIONS);
            onDuty = questions.stream()
                    .map(question -> LuceneIndex.query(question, true))
                    .toList();
            everybody = questions.subList(0, QUESTIONS_TO_EVERYBODY).stream()
                    .map(question -> LuceneIndex.query(question, false))
                    .toList();
        }

        @TearDown
        public void close() throws IOException {
            index.close();
        }

        private Query next(List<Query> queries) {
            turn = turn + 1 & queries.size() - 1;
            return queries.get(turn);
        }
    }

    /** For the plain scan. */
    @State(Scope.Benchmark)
    public static class Scanned {
        private PlainScan scan;
        private List<Question> questions;
        private int turn;

        @Setup
        public void build() {
            People people = new People();
            scan = new PlainScan(people, MOST);
            questions = people.questions(QUESTIONS);
        }

        private Object find() {
            turn = turn + 1 & QUESTIONS - 1;
            return scan.find(questions.get(turn), true, Order.LEAST_LOADED, LanguageLevel.A1, 1);
        }
    }

    @Benchmark
    public Object onDutyIndex(OurIndex ours) {
        return ours.find(ours.onDuty);
    }

    @Benchmark
    public Object onDutyLucene(Lucene lucene) throws IOException {
        return lucene.index.find(lucene.next(lucene.onDuty));
    }

    @Benchmark
    public Object onDutyRebuiltLucene(Lucene lucene) throws IOException {
        return lucene.index.findRebuilt(lucene.next(lucene.onDuty));
    }

    @Benchmark
    public Object onDutyScan(Scanned scanned) {
        return scanned.find();
    }

    @Benchmark
    public Object onDutyAtLevelsIndex(OurIndex ours) {
        return ours.find(ours.onDutyAtLevels);
    }

    @Benchmark
    public Object everybodyIndex(OurIndex ours) {
        return ours.find(ours.everybody);
    }

    @Benchmark
    public Object everybodyLucene(Lucene lucene) throws IOException {
        return lucene.index.find(lucene.next(lucene.everybody));
    }

    @Benchmark
    public Object everybodyBestFirstIndex(OurIndex ours) {
        return ours.find(ours.everybodyBestFirst);
    }

    @Benchmark
    public void duty(Changing changing) {
        changing.duty();
    }

    @Benchmark
    public void load(Changing changing) {
        changing.load();
    }
}
