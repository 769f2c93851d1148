package org.crossdesk.protocol.ask;

import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * {@code <scripts/>}: an operator's client asks its desk, or a desk a service that it staffs (IQ get, empty), for the
 * scripts, and is answered by them. Ask Services, section "Scripts".
 *
 * @param all the scripts
 * @param silent the services that have not answered in time
 * @param leftOut how many there are that did not fit in
 */
public record Scripts(List<Script> all, List<Address> silent, int leftOut) implements AskPayload {
    /** What is asked; and the answer where there are none. */
    public static final Scripts NONE = new Scripts(List.of(), List.of(), 0);

    public Scripts {
        all = Bounds.list("scripts", all, Bounds.SCRIPTS_MAX);
        silent = Bounds.list("silent services", silent, Bounds.POSTS_MAX);
        Bounds.range("left out", leftOut, 0, Integer.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return ScriptsCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.scripts(this);
    }
}
