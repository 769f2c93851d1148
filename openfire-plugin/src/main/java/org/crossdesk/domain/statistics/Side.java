package org.crossdesk.domain.statistics;

/** From where a service is looked at. */
public enum Side {
    /** The patrons who wrote to it here: whoever answers them, wherever. */
    PATRONS,
    /** Its staff room: whoever asks it, wherever they wrote. */
    STAFF_ROOM
}
