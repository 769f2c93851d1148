package org.crossdesk.protocol.session;

/** How a session ended: the resolution code of the field. */
public enum Resolution {
    ANSWERED,
    FOLLOW_UP_BY_ME,
    FOLLOW_UP_BY_HOME_LIBRARY,
    LOST,
    PRACTICE
}
