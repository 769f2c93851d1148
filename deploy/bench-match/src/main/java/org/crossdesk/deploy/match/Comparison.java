package org.crossdesk.deploy.match;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.crossdesk.deploy.match.People.Question;
import org.crossdesk.domain.competence.match.CompetenceIndex;
import org.crossdesk.domain.competence.match.Need;
import org.crossdesk.domain.competence.match.Need.Order;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.LanguageLevel;

/** Asks every question that is measured, and counts the answers that differ. */
final class Comparison {
    private final CompetenceIndex index;
    private final PlainScan scan;
    private final List<Question> questions;

    Comparison(People people, CompetenceIndex index) {
        this.index = index;
        scan = new PlainScan(people, MatchBenchmark.MOST);
        questions = people.questions(MatchBenchmark.QUESTIONS);
    }

    private List<Question> questions(boolean onDuty) {
        return onDuty ? questions : questions.subList(0, MatchBenchmark.QUESTIONS_TO_EVERYBODY);
    }

    /** How often the index finds others than the plain scan. */
    int differencesFromScan(boolean onDuty, Order order, LanguageLevel languageMin, int subjectMin) {
        int differences = 0;
        for (Question question : questions(onDuty)) {
            List<Address> expected = Arrays.stream(scan.find(question, onDuty, order, languageMin, subjectMin))
                    .mapToObj(People::address)
                    .toList();
            Need need = People.need(question, onDuty, order, languageMin, subjectMin);
            List<Address> found = index.find(need, MatchBenchmark.MOST).operators();
            differences += expected.equals(found) ? 0 : 1;
        }
        return differences;
    }

    /** How often Lucene finds others than the index, by their loads: Lucene knows no turns. */
    int differencesFromLucene(LuceneIndex lucene, boolean onDuty) throws IOException {
        int differences = 0;
        for (Question question : questions(onDuty)) {
            Need need = People.need(question, onDuty, Order.LEAST_LOADED, LanguageLevel.A1, 1);
            List<Integer> found = index.find(need, MatchBenchmark.MOST).all().stream()
                    .map(match -> match.onDuty() ? match.load() : People.OFF_DUTY)
                    .toList();
            differences += found.equals(lucene.loads(LuceneIndex.query(question, onDuty))) ? 0 : 1;
        }
        return differences;
    }
}
