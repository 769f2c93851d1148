package org.crossdesk.protocol.competence;

/** How well a language is known: the levels of the Common European Framework, and native above them. */
public enum LanguageLevel {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
    NATIVE
}
