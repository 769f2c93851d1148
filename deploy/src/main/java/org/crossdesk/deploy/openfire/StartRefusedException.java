package org.crossdesk.deploy.openfire;

/** Something can't be started. The message is one line for the person at the terminal, and names the mend. */
public class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String message) {
        super(message);
    }

    public StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
