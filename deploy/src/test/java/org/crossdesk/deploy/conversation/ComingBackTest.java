package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.RefusedException;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.Resumed;
import org.junit.jupiter.api.Test;

/** Guests, each of whose connections has another address, come back to their conversation by its token. */
@Conversation
class ComingBackTest {
    private static final String HOME = "uppsala.test";
    private static final String ELSEWHERE = "helsinki.test";

    @Test
    void whatWasSaidWhileTheLinkWasLostComesOnceAndInOrder(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        Guest first = Guest.at(HOME, play, "the guest", desk);
        first.client().available(null);
        ConversationToken token = first.asks("Is the reading room open?", "m1");
        astrid.isOffered("reading room");
        astrid.answers("Until eight.");
        Received answer = first.window().sees("Until eight");
        long had = Guest.line(answer);

        first.client().cut();
        astrid.answers("On Sunday until four.");
        astrid.answers("Bring your card.");
        Guest next = first.again("the guest, back");
        assertThat(next.client().address().sameBare(first.client().address())).isFalse();
        Resumed resumed = next.comesBack(token, had);

        Received sunday = next.window().sees("On Sunday");
        Received card = next.window().sees("Bring your card");
        assertThat(resumed.closed()).isFalse();
        assertThat(sunday.delayed()).isNotNull();
        assertThat(List.of(sunday.id(), card.id())).doesNotHaveDuplicates().doesNotContain(answer.id());
        // What was on its way when the link was lost is said again, and is one line.
        next.writes("Is the reading room open?", "m1");
        next.writes("Thank you!", "m2");
        astrid.sees("Thank you");
        astrid.answers("Welcome!");
        next.window().sees("Welcome");
        next.window().sawExactly("On Sunday", "Bring your card", "Welcome");
        assertThat(next.lines()).isSorted().doesNotHaveDuplicates().allMatch(line -> line > had);

        // Whoever has nothing gets everything, their own words among it, and under the same ids.
        Guest anew = next.again("the guest with nothing");
        anew.comesBack(token, 0);
        anew.window().sees("Welcome");
        anew.window()
                .sawExactly(
                        "Is the reading room",
                        "This is",
                        "A librarian is here",
                        "Until eight",
                        "On Sunday",
                        "Bring your card",
                        "Thank you",
                        "Welcome");
        List<Long> lines = anew.lines();
        assertThat(anew.before()).first().isEqualTo(0L);
        assertThat(anew.before().subList(1, lines.size())).isEqualTo(lines.subList(0, lines.size() - 1));
        assertThat(ids(anew)).contains(answer.id(), sunday.id(), card.id());
    }

    private static List<String> ids(Guest guest) {
        return guest.window().words().stream().map(Received::id).toList();
    }

    @Test
    void twoWindowsAreOneConversation(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        Guest one = Guest.at(HOME, play, "the first window", desk);
        ConversationToken token = one.asks("Have you got maps?", "m1");
        astrid.isOffered("maps");
        Guest two = one.again("the second window");
        two.comesBack(token, 0);
        astrid.answers("A whole cellar.");
        one.window().sees("cellar");
        two.window().sees("cellar");

        two.writes("Of the moon as well?", "n1");
        astrid.sees("moon");
        one.window().sees("moon");
        one.writes("And of Mars?", "m2");
        astrid.sees("Mars");
        two.window().sees("Mars");
        astrid.answers("Both.");
        one.window().sees("Both");
        two.window().sees("Both");

        // One is closed: the other goes on.
        one.client().close();
        astrid.answers("On the second floor.");
        two.window().sees("second floor");
        astrid.closes("answered 2");
        two.window().seesTheEnd();
        one.window().sawExactly("This is", "A librarian is here", "cellar", "moon", "Both");
        two.window()
                .sawExactly(
                        "Have you got maps",
                        "This is",
                        "A librarian is here",
                        "cellar",
                        "Mars",
                        "Both",
                        "second floor",
                        "closed this");

        // Whoever was away then reads how it ended.
        Guest late = two.again("who was away");
        Resumed resumed = late.comesBack(token, last(two) - 1);
        assertThat(resumed.closed()).isTrue();
        late.window().seesTheEnd();
        late.window().sawExactly("closed this");
    }

    private static long last(Guest guest) {
        List<Long> lines = guest.lines();
        return lines.get(lines.size() - 1);
    }

    @Test
    void whatIsNotTheirsOpensNothing(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Guest one = Guest.at(HOME, play, "the guest", desk);
        ConversationToken token = one.asks("Is anybody there?", "m1");

        Guest stranger = one.again("a stranger");
        refused("item-not-found", () -> stranger.comesBack(new ConversationToken("a".repeat(26)), 0));
        Guest elsewhere = Guest.with(
                play.client(play.spare(Theatre.Role.PATRON, ELSEWHERE), ELSEWHERE),
                play,
                "somebody of another library",
                desk);
        refused("item-not-found", () -> elsewhere.comesBack(token, 0));
        Guest atAnother = Guest.at(HOME, play, "at another service", play.opens(Opening.at(HOME)));
        refused("item-not-found", () -> atAnother.comesBack(token, 0));
        stranger.writes("I ask something else.", "s1");
        refused("conflict", () -> stranger.comesBack(token, 0));
        for (Guest other : List.of(stranger, elsewhere, atAnother)) {
            assertThat(other.window().words())
                    .noneMatch(message -> message.text().contains("anybody"));
        }

        // Asked for in a way that can't be answered: said so, and nothing is begun.
        Guest odd = one.again("an odd client");
        odd.client()
                .send(Outgoing.chat(desk, "Without a receipt.").withoutReceipt().with(new Resumable(null).toElement()));
        odd.window().seesError("bad-request");
        refused("resource-constraint", () -> {
            for (int i = 0; i < 20; i++) {
                odd.comesBack(token, 0);
            }
        });
    }

    @Test
    void byTheirOwnTokenTheFirstWordsAreOneLineFromWhereverTheyAreSaidAgain(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        ConversationToken own = new ConversationToken("abcdefghijklmnopqrstuvwxyz");
        Guest first = Guest.at(HOME, play, "the guest", desk);
        first.writes("Is this said once?", "m1", own);
        astrid.isOffered("said once");
        first.client().cut();
        Guest next = first.again("the guest, who has heard nothing");
        next.writes("Is this said once?", "m1", own);
        astrid.answers("It is.");
        next.window().sees("It is");
        next.writes("And this?", "m2", own);
        astrid.sees("And this?");
        astrid.isNotOfferedFor(Play.SILENCE);
    }

    private interface Deed {
        void run() throws Exception;
    }

    private static void refused(String condition, Deed deed) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(deed::run)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(condition));
    }
}
