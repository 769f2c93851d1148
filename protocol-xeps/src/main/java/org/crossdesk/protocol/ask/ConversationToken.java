package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.session.Tokens;

/**
 * What a patron's client shows to go on with its conversation from another address. Unguessable: whoever has it reads the
 * conversation, and writes in it. Ask Services, section "Coming Back".
 */
public record ConversationToken(String value) {
    public ConversationToken {
        if (!Tokens.wellFormed(value)) {
            throw new IllegalArgumentException("not a conversation's token");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
