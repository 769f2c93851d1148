package org.crossdesk.edge.scheme;

/** A file that holds no scheme that can be used; the message names the line where that is known. */
public final class SchemeException extends Exception {
    private static final long serialVersionUID = 1L;

    SchemeException(String message, Throwable cause) {
        super(message, cause);
    }

    SchemeException(String message) {
        super(message);
    }
}
