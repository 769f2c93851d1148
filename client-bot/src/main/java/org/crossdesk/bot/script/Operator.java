package org.crossdesk.bot.script;

import java.time.Duration;
import org.crossdesk.bot.smack.ChatStream;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/** Somebody who answers. Turned to one session at a time: that of the last offer, or that which the script names. */
public final class Operator extends Actor {
    private @Nullable Address session;

    Operator(Stage stage, String name, ChatStream stream) {
        super(stage, name, stream);
    }

    /** Is offered a session whose offer holds this text, and turns to it. */
    public Received isOffered(String text) {
        Received offer = waitsFor(
                "an offer of «" + text + "»",
                message -> DeskWords.of(message) == DeskWords.OFFER
                        && message.text().contains(text));
        session = offer.from().bare();
        return offer;
    }

    /** Is offered nothing more for this long. */
    public void isNotOfferedFor(Duration silence) {
        avoids("any offer", message -> DeskWords.of(message) == DeskWords.OFFER, silence);
    }

    /** The session that this operator is turned to: the address to write to. */
    public Address session() {
        Address current = session;
        if (current == null) {
            throw stage().failure(name() + " has been offered nothing yet");
        }
        return current;
    }

    /** Turns to another session. */
    public void turnsTo(Address other) {
        session = other.bare();
    }

    /** Answers in the session; the first answer accepts the offer. */
    public String answers(String text) {
        return write(Outgoing.chat(session(), text));
    }

    /** Sees what the patron of this session says now: neither a note of the desk nor the transcript. */
    @Override
    public Received sees(String text) {
        return waitsFor(
                "the patron's «" + text + "»",
                message -> DeskWords.of(message) == DeskWords.SAID
                        && message.isFrom(session())
                        && message.text().contains(text));
    }

    /** Sees a note of the desk in this session. */
    public Received seesNote(String text) {
        return waitsFor(
                "the note «" + text + "»",
                message -> (DeskWords.of(message) == DeskWords.NOTE || DeskWords.of(message) == DeskWords.CLOSED)
                        && message.isFrom(session())
                        && message.text().contains(text));
    }

    /** Sees these lines of what was said before, in this order. */
    public void seesTranscript(String... texts) {
        for (String text : texts) {
            waitsFor(
                    "the transcript's «" + text + "»",
                    message -> DeskWords.of(message) == DeskWords.TRANSCRIPT
                            && message.isFrom(session())
                            && message.text().contains(text));
        }
    }

    /** {@code /decline} */
    public void declines() {
        commands("/decline");
    }

    /** {@code /transfer}, with what the session needs, such as {@code subject=law lang=fi : inheritance}. */
    public void transfers(String needs) {
        commands("/transfer " + needs);
    }

    /** {@code /cancel}: the transfer that is under way. */
    public void cancels() {
        commands("/cancel");
    }

    /** {@code /close}, with a resolution and a READ value, such as {@code answered 4}. */
    public void closes(String how) {
        commands("/close " + how);
    }

    /** Any first-line command. */
    public void commands(String line) {
        write(Outgoing.chat(session(), line));
    }
}
