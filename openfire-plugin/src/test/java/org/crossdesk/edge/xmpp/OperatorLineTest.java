package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.edge.scheme.Schemes;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Tags;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorLineTest {
    private static final Function<String, Subject> SUBJECTS = new Schemes(Path.of("none"), "uppsala.test").reader();

    private static OperatorLine act(OperatorAct act) {
        return new OperatorLine.Act(act);
    }

    private static OperatorAct close(Resolution resolution, Integer read) {
        return new OperatorAct.Close(resolution, read);
    }

    private static String unclear(String typed) {
        assertThat(line(typed)).isInstanceOf(OperatorLine.Unclear.class);
        return ((OperatorLine.Unclear) line(typed)).why();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello!",
                "",
                "Look at /close in the manual",
                "/me looks for the book",
                "! That is important",
                "!",
                "!!!",
                "!= in SQL",
                "!5",
                "¡Hola!",
                "سلام! /help",
                " \u2067سلام\u2069 "
            })
    @DisplayName("words go to the patron as they are")
    void words(String typed) {
        assertThat(line(typed)).isEqualTo(new OperatorLine.Words(typed, false));
    }

    @ParameterizedTest
    @CsvSource({"//close, /close", "///, //", "!!close, !close", "!!Viva!, !Viva!"})
    @DisplayName("a mark typed twice is words that begin with it once")
    void doubled(String typed, String words) {
        assertThat(line(typed)).isEqualTo(new OperatorLine.Words(words, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "!"})
    @DisplayName("a slash and an exclamation mark are the same")
    void commands(String mark) {
        assertThat(line(mark + "help")).isEqualTo(new OperatorLine.Help());
        assertThat(line(mark + "accept")).isEqualTo(act(new OperatorAct.Take()));
        assertThat(line(mark + "decline")).isEqualTo(act(new OperatorAct.Decline()));
        assertThat(line(mark + "cancel")).isEqualTo(act(new OperatorAct.Keep()));
        assertThat(line(mark + "close")).isEqualTo(act(close(Resolution.ANSWERED, null)));
        assertThat(line(mark + "transfer subject=law"))
                .isEqualTo(act(OperatorLine.handOver(
                        List.of(), List.of(new Subject(Subject.GENERAL_SCHEME, "law", 1)), null, null, null)));
        assertThat(line(mark + "transfer to=back"))
                .isEqualTo(act(new OperatorAct.HandOver(Needs.NONE, null, null, null, true)));
        assertThat(line(mark + "consult to=ask.helsinki.test/h3 : a treaty?"))
                .isEqualTo(act(new OperatorAct.HandOver(
                        Needs.NONE, Address.parse("ask.helsinki.test/h3"), "a treaty?", Role.CONSULTANT, false)));
        assertThat(line(mark + "add subject=law"))
                .isEqualTo(act(OperatorLine.handOver(
                        List.of(),
                        List.of(new Subject(Subject.GENERAL_SCHEME, "law", 1)),
                        null,
                        null,
                        Role.COLLEAGUE)));
        assertThat(line(mark + "drop")).isEqualTo(act(new OperatorAct.Drop(null)));
        assertThat(line(mark + "leave")).isEqualTo(act(new OperatorAct.Leave()));
        assertThat(line(mark + "aside is there a treaty?"))
                .isEqualTo(new OperatorLine.Words("is there a treaty?", true));
        assertThat(unclear(mark + "aside")).startsWith(mark + "aside: ");
        assertThat(unclear(mark + "clsoe 4")).isEqualTo(mark + "clsoe");
        assertThat(unclear(mark + "close well")).startsWith(mark + "close: well is not one of answered, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {" /help", "\n!help ", "/Help", "!HELP", "\u2068/help\u2069", "\u200f !help"})
    @DisplayName("what a phone's keyboard or a copied line adds does no harm")
    void typedByPhone(String typed) {
        assertThat(line(typed)).isEqualTo(new OperatorLine.Help());
    }

    @Test
    @DisplayName("a transfer names subjects, languages, an address and one line")
    void transfer() {
        assertThat(line("/transfer subject=law:2 Lang=fi lang=sv to=ask.helsinki.test : inheritance: who?"))
                .isEqualTo(act(new OperatorAct.HandOver(
                        new Needs(
                                List.of(new Language("fi", LanguageLevel.B2), new Language("sv", LanguageLevel.B2)),
                                List.of(new Subject(Subject.GENERAL_SCHEME, "law", 2)),
                                List.of()),
                        Address.parse("ask.helsinki.test"),
                        "inheritance: who?")));
        assertThat(line("!transfer : ارث")).isEqualTo(act(new OperatorAct.HandOver(Needs.NONE, null, "ارث")));
        assertThat(line("/transfer")).isEqualTo(act(new OperatorAct.HandOver(Needs.NONE, null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"law", "subject", "lang=not_a_tag", "to=@", "subject=law:7"})
    @DisplayName("a transfer that can't be read is not sent")
    void transferUnclear(String needs) {
        assertThat(unclear("/transfer " + needs)).startsWith("/transfer: ");
    }

    @Test
    @DisplayName("the line about a transfer has a bound")
    void transferTooLong() {
        assertThat(unclear("/transfer : " + "x".repeat(Bounds.SUMMARY_MAX_CHARS + 1)))
                .contains(Integer.toString(Bounds.SUMMARY_MAX_CHARS));
    }

    @Test
    @DisplayName("a close has a resolution and a READ value, in any order and in any digits")
    void closing() {
        assertThat(line("/close lost READ=1")).isEqualTo(act(close(Resolution.LOST, 1)));
        assertThat(line("/close 6 Follow-up-by-me")).isEqualTo(act(close(Resolution.FOLLOW_UP_BY_ME, 6)));
        assertThat(line("/close answered ۴")).isEqualTo(act(close(Resolution.ANSWERED, 4)));
        assertThat(line("/transfer subject=law:۲")).isEqualTo(line("/transfer subject=law:2"));
    }

    @Test
    @DisplayName("a close has up to eight tags of forty characters, each once")
    void closingWithTags() {
        assertThat(line("/close answered 4 #copyright #law")).isEqualTo(tagged("copyright", "law"));
        assertThat(line("!close #Law #قانون 4 ##law #")).isEqualTo(tagged("Law", "قانون"));
        assertThat(OperatorLine.tags(List.of(" #law of inheritance ", "", "Law of Inheritance")))
                .isEqualTo(new Tags(List.of("law of inheritance")));
        assertThat(unclear("/close #" + "x".repeat(Bounds.TAG_MAX_CHARS + 1)))
                .isEqualTo("/close: a tag has 41 characters, 1 to 40 are allowed");
        assertThat(unclear("/close #1 #2 #3 #4 #5 #6 #7 #8 #9"))
                .isEqualTo("/close: tags has 9 entries, at most 8 are allowed");
    }

    private static OperatorLine tagged(String... tags) {
        return act(new OperatorAct.Close(Resolution.ANSWERED, 4, new Tags(List.of(tags))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "44", "read=9", "۷"})
    @DisplayName("a READ value is 1 to 6")
    void readOutside(String read) {
        assertThat(unclear("/close answered " + read)).startsWith("/close: ");
    }

    @Test
    @DisplayName("a subject is typed by any name, and one that is none is not sent")
    void subjectsByName() {
        assertThat(line("/transfer subject=juridik:2")).isEqualTo(line("/transfer subject=law:2"));
        assertThat(line("/transfer subject=inheritance_law")).isEqualTo(line("/transfer subject=inheritance-law"));
        assertThat(unclear("/transfer subject=zzzzzz")).contains("no subject is called \"zzzzzz\"");
    }

    private static OperatorLine line(String body) {
        return OperatorLine.of(body, SUBJECTS);
    }
}
