package org.crossdesk.bot.script;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossdesk.bot.smack.ChatStream;
import org.crossdesk.protocol.Address;

/**
 * Where a conversation is played. A script names its people and then says, line by line, who writes and who sees; each
 * seeing waits, for a bounded time, until it is so, and goes on behind what was seen:
 *
 * <pre>{@code
 * Stage stage = new Stage(Duration.ofSeconds(10));
 * Patron parisa = stage.patron("Parisa", patronsClient, "desk@ask.uppsala.test");
 * Operator leila = stage.operator("Leila", leilasClient);
 *
 * parisa.writes("ارث به چه کسی می‌رسد؟");
 * leila.isOffered("ارث");
 * leila.answers("سلام");
 * parisa.sees("سلام");
 * leila.transfers("subject=law");
 * parisa.sawOnlyFrom("desk@ask.uppsala.test");
 * }</pre>
 *
 * One thread plays a script. What does not come true ends it by a {@link ScriptFailure}.
 */
public final class Stage {
    private final Duration patience;
    private final Timeline timeline;
    private final AtomicInteger steps = new AtomicInteger();

    /** A stage on which whoever waits does so at most this long. */
    public Stage(Duration patience) {
        this(patience, new Timeline());
    }

    Stage(Duration patience, Timeline timeline) {
        this.patience = patience;
        this.timeline = timeline;
    }

    /** Somebody who asks at {@code desk}. */
    public Patron patron(String name, ChatStream stream, String desk) {
        return new Patron(this, name, stream, Address.parse(desk));
    }

    /** Somebody who answers. */
    public Operator operator(String name, ChatStream stream) {
        return new Operator(this, name, stream);
    }

    /** Something that happens to the network and not to a person, such as {@code "the hub is killed"}. */
    public void happens(String what, Runnable deed) {
        nextStep();
        timeline.add("—", what);
        try {
            deed.run();
        } catch (RuntimeException e) {
            throw failure(what + " failed: " + e.getMessage(), e);
        }
    }

    /** What happened so far. */
    public Timeline timeline() {
        return timeline;
    }

    /** How many steps were begun. */
    public int steps() {
        return steps.get();
    }

    Duration patience() {
        return patience;
    }

    void nextStep() {
        steps.incrementAndGet();
    }

    ScriptFailure failure(String message) {
        return new ScriptFailure(steps.get(), message, null);
    }

    ScriptFailure failure(String message, Throwable cause) {
        return new ScriptFailure(steps.get(), message, cause);
    }
}
