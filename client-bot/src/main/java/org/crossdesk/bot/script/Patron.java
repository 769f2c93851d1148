package org.crossdesk.bot.script;

import org.crossdesk.bot.smack.ChatStream;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/** Somebody who asks at one desk, with any client. */
public final class Patron extends Actor {
    private final Address desk;
    private @Nullable String lastId;

    Patron(Stage stage, String name, ChatStream stream, Address desk) {
        super(stage, name, stream);
        this.desk = desk;
    }

    /** Writes to the desk; returns the message's id. */
    public String writes(String text) {
        String id = write(Outgoing.chat(desk, text));
        lastId = id;
        return id;
    }

    /** Writes to the desk what was written before, under the same id, as a client does that is not sure. */
    public void writesAgain(String id, String text) {
        write(Outgoing.chat(desk, text).withId(id));
        lastId = id;
    }

    /** Gets the receipt for what was written last: the desk has kept it. */
    public Received isConfirmed() {
        String id = lastId;
        if (id == null) {
            throw stage().failure(name() + " has written nothing that could be confirmed");
        }
        return waitsFor("the receipt for " + id, message -> id.equals(message.receiptFor()));
    }

    /** Sees the last line of the session. */
    public Received seesTheEnd() {
        return waitsFor("the last line of the session", message -> DeskWords.of(message) == DeskWords.CLOSED);
    }
}
