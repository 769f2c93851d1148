package org.crossdesk.protocol.ask;

import java.util.regex.Pattern;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * {@code <note/>} on a message from a session's contact address to the operator's client: the desk itself says this,
 * not the patron. Ask Services, section "The Operator's Client".
 *
 * @param code which of the things that desks say it is, so that a client can say it in its own words; none: another
 */
public record Note(@Nullable String code) implements AskPayload {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");

    /** Something that no code tells. */
    public static final Note PLAIN = new Note(null);

    public Note {
        if (code != null && !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a note's code is made of small letters, digits and hyphens");
        }
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.note(this);
    }
}
