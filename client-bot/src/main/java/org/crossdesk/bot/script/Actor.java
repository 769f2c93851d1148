package org.crossdesk.bot.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crossdesk.bot.smack.ArrivalLog;
import org.crossdesk.bot.smack.ChatStream;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/** A person in a script. Each goes through what they were told from the front to the end; nothing is seen twice. */
public abstract class Actor {
    private final Stage stage;
    private final String name;
    private final ChatStream stream;
    private final long begin;
    private long place;
    private @Nullable String language;

    Actor(Stage stage, String name, ChatStream stream) {
        this.stage = stage;
        this.name = name;
        this.stream = stream;
        this.begin = stream.messages().end();
        this.place = begin;
        stream.messages().listen(this::note);
    }

    private void note(Received message) {
        if (DeskWords.of(message) != DeskWords.NOTHING || message.failure() != null) {
            stage.timeline().add(message.at(), name, "sees " + show(message, Timeline.oneLine(message.text())));
        }
    }

    /** How the script calls this person. */
    public String name() {
        return name;
    }

    /** This person's own stream, for what the script has no words for. */
    public ChatStream stream() {
        return stream;
    }

    /** From now on this person's messages carry this {@code xml:lang}. */
    public void speaks(String tag) {
        language = tag;
    }

    /** Writes to somebody; returns the message's id. */
    public String writesTo(String address, String text) {
        return write(Outgoing.chat(Address.parse(address), text));
    }

    String write(Outgoing message) {
        stage.nextStep();
        stage.timeline()
                .add(name, "writes «" + Timeline.oneLine(String.valueOf(message.body())) + "» to " + message.to());
        try {
            return stream.send(message.language() == null ? message.in(language) : message);
        } catch (ClientException e) {
            throw stage.failure(name + " cannot write to " + message.to() + ": " + e.getMessage(), e);
        }
    }

    /** Sees words that hold this text, from anybody. */
    public Received sees(String text) {
        return waitsFor("«" + text + "»", message -> holds(message, text));
    }

    /** Sees words that hold this text, from this address. */
    public Received seesFrom(String address, String text) {
        Address from = Address.parse(address);
        return waitsFor("«" + text + "» from " + from, message -> message.isFrom(from) && holds(message, text));
    }

    /** Sees an error of this condition. */
    public Received seesError(String condition) {
        return waitsFor("the error " + condition, message -> {
            var failure = message.failure();
            return failure != null && failure.condition().equals(condition);
        });
    }

    /** Sees something that fits; {@code what} says it in the failure. */
    public Received waitsFor(String what, Predicate<Received> fits) {
        stage.nextStep();
        Optional<ArrivalLog.Found<Received>> found = await(fits, stage.patience());
        if (found.isEmpty()) {
            throw stage.failure(
                    name + " should see " + what + " within " + stage.patience().toMillis() + " ms. " + allSeen());
        }
        place = found.get().next();
        return found.get().value();
    }

    /** Is told nothing more for this long: no words that the script has not gone past. */
    public void seesNothingFor(Duration silence) {
        avoids("any more words", message -> DeskWords.of(message) != DeskWords.NOTHING, silence);
    }

    void avoids(String what, Predicate<Received> unwanted, Duration silence) {
        stage.nextStep();
        Optional<ArrivalLog.Found<Received>> found = await(unwanted, silence);
        if (found.isPresent()) {
            throw stage.failure(name + " should not see " + what + ", but sees "
                    + show(found.get().value()) + ". " + allSeen());
        }
    }

    private Optional<ArrivalLog.Found<Received>> await(Predicate<Received> fits, Duration atMost) {
        try {
            return stream.messages().await(place, fits, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stage.failure(name + " was interrupted while waiting", e);
        }
    }

    /** Has been told, since the script began, words that hold these texts: each once, in this order, and no others. */
    public void sawExactly(String... texts) {
        stage.nextStep();
        List<Received> words = words();
        boolean same = words.size() == texts.length;
        for (int i = 0; same && i < texts.length; i++) {
            same = words.get(i).text().contains(texts[i]);
        }
        if (!same) {
            throw stage.failure(name + " should have seen exactly " + texts.length + " messages:"
                    + List.of(texts).stream().map(text -> "\n  «" + text + "»").collect(Collectors.joining())
                    + "\n" + allSeen());
        }
    }

    /** Has been told, since the script began, nothing but by this address. */
    public void sawOnlyFrom(String address) {
        stage.nextStep();
        Address only = Address.parse(address);
        for (Received message : words()) {
            if (!message.isFrom(only)) {
                throw stage.failure(name + " should be told things by " + only + " only, but sees " + show(message)
                        + ". " + allSeen());
            }
        }
    }

    /** All words that this person was told since the script began. */
    public List<Received> words() {
        return stream.messages().since(begin).stream()
                .filter(message -> DeskWords.of(message) != DeskWords.NOTHING)
                .toList();
    }

    Stage stage() {
        return stage;
    }

    static boolean holds(Received message, String text) {
        return DeskWords.of(message) != DeskWords.NOTHING && message.text().contains(text);
    }

    private String allSeen() {
        List<Received> all = stream.messages().since(begin);
        if (all.isEmpty()) {
            return name + " has seen nothing at all.";
        }
        StringBuilder lines = new StringBuilder("All that " + name + " has seen (✓: gone past):");
        long at = begin;
        for (Received message : all) {
            lines.append("\n  ").append(at++ < place ? "✓ " : "  ").append(show(message));
        }
        return lines.toString();
    }

    private static String show(Received message) {
        return show(message, message.text());
    }

    private static String show(Received message, String text) {
        String from = " from " + message.from();
        if (message.failure() != null) {
            return "the error " + message.failure() + from;
        }
        String words = "«" + text + "»" + from;
        return switch (DeskWords.of(message)) {
            case OFFER -> "the offer " + words;
            case NOTE -> "the note " + words;
            case CLOSED -> "the last line " + words;
            case TRANSCRIPT -> "the transcript's " + words;
            case SAID -> words;
            case NOTHING ->
                message.receiptFor() != null
                        ? "the receipt for " + message.receiptFor() + from
                        : "(no words: " + message.kind() + ", " + message.copy() + ") " + words;
        };
    }
}
