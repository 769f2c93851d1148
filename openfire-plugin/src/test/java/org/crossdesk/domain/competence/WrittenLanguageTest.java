package org.crossdesk.domain.competence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "fa, قانون ارث در ایران چیست؟",
        "fa, سهم دختر از ارث پدر چقدر است",
        "fa, مسأله ارث دختران در ایران چیست",
        "ar, ما هو قانون الميراث في العراق؟",
        "ar, أريد كتابا عن القانون",
        "el, Πού είναι η βιβλιοθήκη;",
        "he, איפה הספרייה?",
        "hy, Որտեղ է գրադարանը",
        "ka, სად არის ბიბლიოთეკა",
        "th, ห้องสมุดอยู่ที่ไหน",
        "ko, 도서관은 어디에 있습니까",
        "ja, 図書館はどこですか",
        "ja, コンピューター",
        "ta, நூலகம் எங்கே",
    })
    void tellsWhatTheWritingGivesAway(String language, String text) {
        assertThat(WrittenLanguage.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Var ligger biblioteket?",
                "Где библиотека?",
                "图书馆在哪里",
                "",
                "42 + 1 = ?",
                "سلام",
                // Urdu, with and without its rarer letters, and Kurdish.
                "وراثت کا قانون کیا ہے",
                "وہ کتاب",
                "یاسای میرات چییە",
                // Persian by an Arabic keyboard: it must not be taken for Arabic.
                "قانون ارث در ايران چيست",
                // A word of another script makes no language of a text.
                "What does the word の mean in a Japanese title?",
                "Was heißt ارث auf Deutsch, und wo finde ich mehr darüber?",
            })
    void saysNothingRatherThanGuess(String text) {
        assertThat(WrittenLanguage.of(text)).isNull();
    }
}
