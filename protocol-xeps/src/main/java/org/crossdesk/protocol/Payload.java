package org.crossdesk.protocol;

import org.crossdesk.protocol.xml.Element;

/** Something of ours that travels as the child of a stanza. Immutable; its constructor has checked every bound. */
public interface Payload {
    /** The element that carries it, valid against the schema of its namespace. */
    Element toElement();
}
