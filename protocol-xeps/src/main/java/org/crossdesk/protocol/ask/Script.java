package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Words that operators say often. Ask Services, section "Scripts".
 *
 * @param id a token, by which it is changed
 * @param service the service that it is of, where it is a service's
 * @param name what it is found by
 * @param language of the words, if said
 * @param words with places that the client fills, such as {@code {patron.question}}
 */
public record Script(
        String id,
        Scope scope,
        @Nullable Address service,
        String name,
        @Nullable String language,
        String words) {
    /** Whose it is. */
    public enum Scope {
        /** One operator's. */
        PERSONAL,
        /** Their library's. */
        LIBRARY,
        /** A service's, and of all who staff it. */
        SERVICE
    }

    public Script {
        if (!Tokens.wellFormed(id)) {
            throw new IllegalArgumentException("the id of a script has " + SessionId.LENGTH_CHARS + " of a-z and 2-7");
        }
        Bounds.line("name", name, Bounds.NAME_MAX_CHARS);
        if (language != null) {
            Bounds.languageTag("language", language);
        }
        Bounds.text("a script", words, Bounds.SCRIPT_MAX_CHARS);
    }

    /** The same, as a script of this service. */
    public Script of(Address itsService) {
        return new Script(id, Scope.SERVICE, itsService, name, language, words);
    }
}
