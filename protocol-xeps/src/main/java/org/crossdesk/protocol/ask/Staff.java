package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.xml.Element;

/**
 * A service asks (IQ set) a member library to staff it, and says anew what it is when that has changed. Ask Services,
 * section "Asking Libraries to Staff It".
 *
 * @param title what the service is called, for the coordinator who decides
 * @param needs what its operators must know
 */
public record Staff(String title, Needs needs) implements AskPayload {
    public Staff {
        Bounds.line("title", title, Bounds.NAME_MAX_CHARS);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.staff(this);
    }
}
