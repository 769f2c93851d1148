package org.crossdesk.runtime;

/** The journal can't be written or read. Nothing of the batch was kept. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what could not be done, and what caused it. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what is wrong with what was read. */
    public JournalException(String message) {
        super(message);
    }
}
