package org.crossdesk.edge.config;

/** A setting that can't be used. The message is one line that names the key, what it is and what is allowed. */
public final class InvalidSettingException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(String key, String value, String allowed) {
        super("the server property " + key + " is '" + value + "'; allowed: " + allowed);
    }
}
