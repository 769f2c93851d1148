package org.crossdesk.deploy.match;

import java.util.Arrays;
import org.crossdesk.deploy.match.People.Question;
import org.crossdesk.domain.competence.match.Need;
import org.crossdesk.protocol.competence.LanguageLevel;

/** Looks at one after the other, keeping the best; what the index finds has to be the same. */
final class PlainScan {
    private static final int SAME = 4;
    private static final int NARROWER = 2;
    private static final int POINTS_END = 1 << 12;

    private final People people;
    private final int most;
    private final int[] everybody = new int[People.SIZE];
    /** By person, when they last took something, or came; 0 for those off duty. */
    private final long[] turns = new long[People.SIZE];

    private long turn = 1;

    PlainScan(People people, int most) {
        this.people = people;
        this.most = most;
        Arrays.setAll(everybody, person -> person);
        for (int person : people.onDuty()) {
            turns[person] = turn++;
        }
        for (int person : people.onDuty()) {
            turns[person] = people.load(person) > 0 ? turn++ : turns[person];
        }
    }

    /** The best, best first. */
    int[] find(Question question, boolean onDuty, Need.Order order, LanguageLevel languageMin, int subjectMin) {
        long[] ranks = new long[most];
        int[] best = new int[most];
        int size = 0;
        for (int person : onDuty ? people.onDuty() : everybody) {
            int points = points(person, question, languageMin.ordinal() + 1, subjectMin);
            if (points == 0) {
                continue;
            }
            long rank = rank(person, order == Need.Order.BEST_SCORE ? POINTS_END - points : 0);
            int at = size < most ? size++ : rank < ranks[most - 1] ? most - 1 : -1;
            if (at < 0) {
                continue;
            }
            for (; at > 0 && rank < ranks[at - 1]; at--) {
                ranks[at] = ranks[at - 1];
                best[at] = best[at - 1];
            }
            ranks[at] = rank;
            best[at] = person;
        }
        return Arrays.copyOf(best, size);
    }

    /** By points, then load, then turn; of equals, which only those off duty are, the first stays first. */
    private long rank(int person, long points) {
        return (points << Byte.SIZE | people.load(person)) << Integer.SIZE | turns[person];
    }

    private int points(int person, Question question, int languageMin, int subjectMin) {
        int language = 0;
        for (int known : people.languages(person)) {
            if (known >> 3 == question.language() && (known & 7) >= languageMin) {
                language = SAME * (known & 7);
            }
        }
        if (language == 0) {
            return 0;
        }
        int subject = 0;
        for (int known : people.subjects(person)) {
            if ((known & 7) >= subjectMin && people.tree().within(known >> 3, question.concept())) {
                int each = known >> 3 == question.concept() ? SAME : NARROWER;
                subject = Math.max(subject, each * (known & 7));
            }
        }
        return subject == 0 ? 0 : language + subject;
    }
}
