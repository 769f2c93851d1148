package org.crossdesk.edge.xmpp;

import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/** What a person's client may call our addresses, instead of showing the address itself. */
final class Names {
    /** Enough of a session's id to tell an operator's few sessions from one another. */
    private static final int ID_SHOWN_CHARS = 4;

    private final ServiceBook services;
    private final String library;
    private final Phrases phrases;
    private final @Nullable String operators;

    /** Names for a library whose operators read {@code operators}. */
    Names(ServiceBook services, String library, Phrases phrases, @Nullable String operators) {
        this.services = services;
        this.library = library;
        this.phrases = phrases;
        this.operators = operators;
    }

    /** The name of the desk, a service or a session's contact, for a reader of {@code language}; null for another. */
    @Nullable
    String of(Address address, @Nullable String language) {
        if (address.local() == null) {
            return library;
        }
        return OperatorDoor.session(address)
                .map(session -> phrases.say(
                        Phrase.OPERATOR_CONTACT,
                        operators,
                        session.value()
                                .substring(
                                        0,
                                        Math.min(ID_SHOWN_CHARS, session.value().length()))))
                .or(() -> services.at(address.bare()).map(service -> service.name(language)))
                .orElse(null);
    }
}
