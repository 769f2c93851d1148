package org.crossdesk.domain.competence.scheme;

import org.crossdesk.protocol.competence.Subject;

/** What one subject has to do with another. */
public interface SubjectOrder {
    /** How a concept that somebody knows stands to one that is needed. */
    enum Relation {
        /** It is the same, in whatever scheme. */
        SAME,
        /** It is a broader one, which covers it, or nearly the same. */
        COVERS,
        /** It is a narrower one, which is a part of it. */
        PART,
        /** They have nothing to do with each other, as far as is known. */
        NONE
    }

    /** Without schemes a subject is what it is. */
    SubjectOrder PLAIN = (has, need) -> has.sameConcept(need) ? Relation.SAME : Relation.NONE;

    /** How what somebody {@code has} stands to what is needed. */
    Relation relation(Subject has, Subject need);
}
