package org.crossdesk.protocol.ask;

/** What an operator of another library sees of what was said before they came. The home library decides. */
public enum Disclosure {
    /** Everything. */
    ALL,
    /** What was said before any operator came, and nothing of the talk with operators before them. */
    QUESTION
}
