package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.session.Tokens;

/**
 * Names one call for an operator. Unguessable: a desk that shows it to the home desk proves that the asked service
 * introduced it.
 */
public record QuestionId(String value) {
    public QuestionId {
        if (!Tokens.wellFormed(value)) {
            throw new IllegalArgumentException("not a question id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
