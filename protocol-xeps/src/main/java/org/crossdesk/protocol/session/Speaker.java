package org.crossdesk.protocol.session;

/** Who said an utterance: the patron, the operator who owned the session then, or the home desk itself. */
public enum Speaker {
    PATRON,
    OPERATOR,
    DESK
}
