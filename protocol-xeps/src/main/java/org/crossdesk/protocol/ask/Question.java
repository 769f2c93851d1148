package org.crossdesk.protocol.ask;

import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A home desk asks a service for an operator (IQ set, answered by {@link Brokered}). Ask Services, section 5.
 *
 * @param call the session and its needs
 * @param seconds how long the home desk waits before it looks elsewhere
 * @param only the one operator to ring, whoever is on duty at the service; none: whoever fits
 * @param preferred the operator to ring first if they fit, since they know the patron's earlier session; none: nobody
 * @param excluded operators (desk address and handle) not to ring: they declined or have it now
 * @param ring how many are to ring at a time; none: as the service does it
 * @param general whether the service's groups have been asked, so that it is to look among its own people
 */
public record Question(
        Call call,
        int seconds,
        @Nullable Address only,
        @Nullable Address preferred,
        List<Address> excluded,
        @Nullable Ring ring,
        boolean general)
        implements AskPayload {
    public Question {
        Bounds.range("seconds", seconds, 1, Bounds.EXPIRY_MAX_SECONDS);
        excluded = Bounds.list("excluded", excluded, Bounds.EXCLUDED_MAX);
    }

    /** Of which the service may name groups to be asked first. */
    public Question(
            Call call,
            int seconds,
            @Nullable Address only,
            @Nullable Address preferred,
            List<Address> excluded,
            @Nullable Ring ring) {
        this(call, seconds, only, preferred, excluded, ring, false);
    }

    /** For whoever fits. */
    public Question(Call call, int seconds, List<Address> excluded) {
        this(call, seconds, null, null, excluded, null);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.question(this);
    }
}
