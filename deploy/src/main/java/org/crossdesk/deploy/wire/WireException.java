package org.crossdesk.deploy.wire;

/** A client can't reach its server, or has lost it. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
