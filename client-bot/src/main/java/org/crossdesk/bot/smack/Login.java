package org.crossdesk.bot.smack;

/** Who a client is to its server. */
public sealed interface Login {
    /** An account with its password. */
    record Account(String name, String password) implements Login {
        public Account {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("the account has no name");
            }
        }

        @Override
        public String toString() {
            return "account " + name;
        }
    }

    /** SASL ANONYMOUS (RFC 4505): the server picks an address for this one connection. */
    record Anonymous() implements Login {}
}
