package org.crossdesk.protocol.session;

/** Who said an utterance. */
public enum Speaker {
    PATRON,
    /** An operator, to the patron: the owner of that time, or a colleague. */
    OPERATOR,
    /** The home desk itself. */
    DESK,
    /** An operator, or the home desk, to the operators of the session. The patron never sees it. */
    ASIDE
}
