package org.crossdesk.deploy.conversation;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.crossdesk.bot.script.Actor;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.deploy.network.Library;

/** What happens to servers in the middle of a conversation. */
final class Rough {
    private Rough() {}

    /** As a power cut does. */
    static void kill(Play play, Library library) {
        play.stage().happens(library + " is killed (SIGKILL)", () -> uninterrupted(library::kill));
    }

    /** On the state that the dead server has left. */
    static void start(Play play, Library library) {
        play.stage().happens(library + " is started again", () -> uninterrupted(library::start));
    }

    /** Waits until somebody's client is back by itself. */
    static void awaitOnline(Play play, Actor person) {
        await(person.name() + " is back")
                .atMost(Play.READY_MAX)
                .until(() -> play.client(person).isOnline());
    }

    /** The patron's words, be they said just now or kept since. */
    static void seesEvenLate(Operator operator, String text) {
        operator.waitsFor(
                "«" + text + "», if only late",
                message -> message.isFrom(operator.session()) && message.text().contains(text));
    }

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private static void uninterrupted(Deed deed) {
        try {
            deed.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
