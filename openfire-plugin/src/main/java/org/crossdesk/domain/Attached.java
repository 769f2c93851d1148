package org.crossdesk.domain;

import java.util.List;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.protocol.competence.Needs;
import org.jspecify.annotations.Nullable;

/**
 * What a person's client says beside the text of a message.
 *
 * @param corrects the id of their own message that this one takes the place of (XEP-0308)
 * @param link an address of http or https where something is to be fetched (XEP-0066)
 * @param markable whether the client wants to hear that it was seen (XEP-0333)
 * @param needs what a patron's first words need of an operator, where their client says that
 * @param about what a patron says of themselves with their first words, as the library has asked
 */
public record Attached(
        @Nullable String corrects,
        @Nullable String link,
        boolean markable,
        @Nullable Needs needs,
        List<PatronForm.Answer> about) {
    public Attached {
        about = List.copyOf(about);
    }

    /** Nothing is said of the patron. */
    public Attached(@Nullable String corrects, @Nullable String link, boolean markable, @Nullable Needs needs) {
        this(corrects, link, markable, needs, List.of());
    }

    /** Nothing is said of needs. */
    public Attached(@Nullable String corrects, @Nullable String link, boolean markable) {
        this(corrects, link, markable, null);
    }

    /** Nothing beside the text. */
    public static final Attached NOTHING = new Attached(null, null, false);
}
