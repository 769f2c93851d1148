package org.crossdesk.domain.transfer;

/** How far an operator's part in a session has come. */
public enum Phase {
    /** The operator's client shows the offer. */
    RINGING,
    /** The operator has answered; the home desk has yet to commit. */
    ACCEPTING,
    /** The operator owns the session. */
    ENGAGED,
    /** Declined, taken by another, transferred away, or closed. */
    OVER
}
