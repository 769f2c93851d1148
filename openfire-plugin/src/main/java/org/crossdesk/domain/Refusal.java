package org.crossdesk.domain;

/**
 * Why something is not done, as a value: mapped once, at the edge, to a stanza error.
 *
 * @param condition the kind of refusal
 * @param text the reason in words, for a person
 */
public record Refusal(Condition condition, String text) {
    /** The stanza error conditions of RFC 6120, section 8.3.3, that Crossdesk uses. */
    public enum Condition {
        BAD_REQUEST,
        CONFLICT,
        FORBIDDEN,
        INTERNAL_SERVER_ERROR,
        ITEM_NOT_FOUND,
        NOT_ACCEPTABLE,
        NOT_ALLOWED,
        NOT_AUTHORIZED,
        POLICY_VIOLATION,
        REGISTRATION_REQUIRED,
        REMOTE_SERVER_NOT_FOUND,
        REMOTE_SERVER_TIMEOUT,
        RESOURCE_CONSTRAINT,
        SERVICE_UNAVAILABLE,
        UNDEFINED_CONDITION,
        UNEXPECTED_REQUEST;

        /**
         * Whether it may be worth asking again later: nobody has refused, the other side was not there, was too busy,
         * or could not keep it just then.
         */
        public boolean passing() {
            return switch (this) {
                case INTERNAL_SERVER_ERROR,
                        REMOTE_SERVER_NOT_FOUND,
                        REMOTE_SERVER_TIMEOUT,
                        RESOURCE_CONSTRAINT,
                        SERVICE_UNAVAILABLE -> true;
                case BAD_REQUEST,
                        CONFLICT,
                        FORBIDDEN,
                        ITEM_NOT_FOUND,
                        NOT_ACCEPTABLE,
                        NOT_ALLOWED,
                        NOT_AUTHORIZED,
                        POLICY_VIOLATION,
                        REGISTRATION_REQUIRED,
                        UNDEFINED_CONDITION,
                        UNEXPECTED_REQUEST -> false;
            };
        }
    }
}
