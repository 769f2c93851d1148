package org.crossdesk.domain.session;

/** What coordinators of other libraries' services see of the sessions that run by their service. */
public enum Oversight {
    /** How many there are. */
    COUNTS,
    /** What each is about, too. */
    SUMMARIES,
    /** Its words, too, as consultants beside the owner. */
    TRANSCRIPTS
}
