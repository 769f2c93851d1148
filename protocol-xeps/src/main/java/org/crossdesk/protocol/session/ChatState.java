package org.crossdesk.protocol.session;

/** What somebody is doing in a conversation: the states of XEP-0085. */
public enum ChatState {
    ACTIVE,
    COMPOSING,
    PAUSED,
    INACTIVE,
    GONE
}
