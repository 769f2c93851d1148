package org.crossdesk.protocol.ask;

import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * {@code <console/>}: an operator's client takes over all of their sessions (IQ set to the desk, empty), is answered what
 * there is, and is told when that changes or another client has taken over. Ask Services, section "Taking Over".
 *
 * @param taken whether another client has taken over
 * @param paused whether the operator takes a pause
 * @param posts the services that the operator may staff
 * @param sessions the sessions in which the operator has a part
 */
public record Console(boolean taken, boolean paused, List<Post> posts, List<InSession> sessions) implements AskPayload {
    /** What a client asks. */
    public static final Console REQUEST = new Console(false, false, List.of(), List.of());

    /** What a client is told that is not the one any more. */
    public static final Console TAKEN = new Console(true, false, List.of(), List.of());

    /**
     * A service that the operator may staff.
     *
     * @param room its staff room
     * @param name what it is called, where that is known
     */
    public record Post(
            Address service, Address room, @Nullable String name) {
        public Post {
            if (name != null) {
                Bounds.line("name", name, Bounds.NAME_MAX_CHARS);
            }
        }
    }

    /**
     * An operator's part in a session.
     *
     * @param offer as it was offered; its seconds are those that it rings yet, 1 for what no longer rings
     */
    public record InSession(SessionId session, Part part, Offer offer) {}

    public Console {
        posts = Bounds.list("posts", posts, Bounds.POSTS_MAX);
        sessions = Bounds.list("sessions", sessions, Bounds.CAPACITY_MAX);
    }

    @Override
    public Element toElement() {
        return ConsoleCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.console(this);
    }
}
