package org.crossdesk.edge.xmpp;

import java.util.function.Supplier;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is an operator of this library: an account with the role. One that has no profile yet gets an empty one, and a
 * handle that tells nobody the account.
 */
final class Operators {
    private static final int HANDLE_CHARS = 6;
    private static final Logger LOG = LoggerFactory.getLogger(Operators.class);

    private final String domain;
    private final Roles roles;
    private final OperatorBook book;
    private final Supplier<String> tokens;
    private final int capacity;

    Operators(String domain, Roles roles, OperatorBook book, Supplier<String> tokens, int capacity) {
        this.domain = domain;
        this.roles = roles;
        this.book = book;
        this.tokens = tokens;
        this.capacity = capacity;
    }

    /** The operator with this account; null where it is not one of ours, or has not the role. */
    Directory.@Nullable Operator of(Address account) {
        String name = account.local();
        if (name == null || !account.domain().equals(domain) || !roles.operator(account.bare())) {
            return null;
        }
        return book.byAccount(name).orElseGet(() -> fresh(name));
    }

    /** Whether this account is an operator's. */
    boolean operates(Address account) {
        return account.domain().equals(domain) && roles.operator(account.bare());
    }

    /** The operator with this handle, while the account has the role. */
    Directory.@Nullable Operator byHandle(String handle) {
        return book.byHandle(handle)
                .filter(operator -> roles.operator(new Address(operator.account(), domain, null)))
                .orElse(null);
    }

    private Directory.@Nullable Operator fresh(String account) {
        try {
            return book.ensure(new Directory.Operator(
                    account, "op-" + tokens.get().substring(0, HANDLE_CHARS), Profile.EMPTY, capacity));
        } catch (JournalException e) {
            LOG.error("operator.save.failed", e);
            return null;
        }
    }
}
