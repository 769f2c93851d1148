package org.crossdesk.deploy.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossdesk.domain.competence.match.CompetenceIndex;
import org.crossdesk.domain.competence.match.Need;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;

/**
 * A million people who don't exist, the same at each run: one to three of 200 languages and one to five of 5,000 concepts,
 * drawn by Zipf's law; one in twenty is on duty.
 */
final class People {
    static final int SIZE = 1_000_000;
    static final int ON_DUTY = SIZE / 20;
    static final int CAPACITY = 5;
    static final int LANGUAGES = 200;

    /** The load of who is off duty, where one is needed: above all others. */
    static final int OFF_DUTY = 255;

    private static final int CONCEPTS = 5_000;
    private static final int LIBRARIES = 2_000;
    private static final int LANGUAGES_EACH_MAX = 3;
    private static final int SUBJECTS_EACH_MAX = 5;
    private static final int REGIONS = 200;
    private static final int REGION_ONE_IN = 3;
    private static final long SEED = 20_261_126;
    private static final LanguageLevel[] LEVELS = LanguageLevel.values();

    private final ConceptTree tree;
    private final Zipf languages = new Zipf(LANGUAGES);
    private final Zipf concepts = new Zipf(CONCEPTS);
    /** The concept of each place in Zipf's order. */
    private final int[] conceptAt;

    /** By person: the languages, then the subjects, each as a number times eight plus the level. */
    private final int[][] languagesOf = new int[SIZE][];

    private final int[][] subjectsOf = new int[SIZE][];
    private final int[] loads = new int[SIZE];
    private final int[] onDuty;

    /** What a query asks for. */
    record Question(int language, int concept) {}

    People() {
        Random random = new Random(SEED);
        tree = new ConceptTree(random, CONCEPTS);
        conceptAt = shuffled(random, CONCEPTS);
        for (int i = 0; i < SIZE; i++) {
            languagesOf[i] = IntStream.generate(() -> languages.draw(random))
                    .limit(1 + random.nextInt(LANGUAGES_EACH_MAX))
                    .distinct()
                    .map(language -> language << 3 | 1 + random.nextInt(LEVELS.length))
                    .toArray();
            subjectsOf[i] = IntStream.generate(() -> concepts.draw(random))
                    .limit(1 + random.nextInt(SUBJECTS_EACH_MAX))
                    .distinct()
                    .map(place -> conceptAt[place] << 3 | 1 + random.nextInt(Subject.LEVEL_MAX))
                    .toArray();
        }
        onDuty = Arrays.copyOf(shuffled(random, SIZE), ON_DUTY);
        Arrays.fill(loads, OFF_DUTY);
        for (int person : onDuty) {
            loads[person] = random.nextInt(CAPACITY);
        }
    }

    private static int[] shuffled(Random random, int size) {
        int[] numbers = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int there = numbers[other];
            numbers[other] = numbers[i];
            numbers[i] = there;
        }
        return numbers;
    }

    ConceptTree tree() {
        return tree;
    }

    int[] languages(int person) {
        return languagesOf[person];
    }

    int[] subjects(int person) {
        return subjectsOf[person];
    }

    /** Those on duty, in the order in which they came. */
    int[] onDuty() {
        return onDuty;
    }

    int load(int person) {
        return loads[person];
    }

    static Address address(int person) {
        return new Address(null, "ask.library" + person % LIBRARIES + ".example", "op" + person);
    }

    static String tag(int language) {
        return "" + (char) ('a' + language / 26) + (char) ('a' + language % 26);
    }

    private Profile profile(int person) {
        return new Profile(
                Arrays.stream(languagesOf[person])
                        .mapToObj(known -> new Language(tag(known >> 3), LEVELS[(known & 7) - 1]))
                        .toList(),
                Arrays.stream(subjectsOf[person])
                        .mapToObj(known -> new Subject(Subject.GENERAL_SCHEME, ConceptTree.name(known >> 3), known & 7))
                        .toList(),
                person % REGION_ONE_IN == 0
                        ? List.of(new Insight(
                                Insight.Kind.REGION, "r" + person / REGION_ONE_IN % REGIONS, Subject.LEVEL_MIN))
                        : List.of());
    }

    /** All of them, with those on duty. */
    CompetenceIndex index() {
        CompetenceIndex index = new CompetenceIndex(tree);
        for (int i = 0; i < SIZE; i++) {
            index.put(address(i), profile(i));
        }
        for (int person : onDuty) {
            index.onDuty(address(person), CAPACITY);
        }
        for (int person : onDuty) {
            index.load(address(person), loads[person]);
        }
        return index;
    }

    /** So many questions, languages and concepts as often as people know them. */
    List<Question> questions(int size) {
        Random random = new Random(SEED + 1);
        List<Question> questions = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            questions.add(new Question(languages.draw(random), conceptAt[concepts.draw(random)]));
        }
        return questions;
    }

    /** The question as a need: who is within the concept's part of the tree, at these levels. */
    static Need need(Question question, boolean onDuty, Need.Order order, LanguageLevel languageMin, int subjectMin) {
        Needs knows = new Needs(
                List.of(new Language(tag(question.language()), languageMin)),
                List.of(new Subject(Subject.GENERAL_SCHEME, ConceptTree.name(question.concept()), subjectMin)),
                List.of());
        Need all = onDuty ? Need.freeNow(knows) : Need.anybody(knows);
        return all.exactly().in(order);
    }
}
