package org.crossdesk.edge.xmpp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;

/** This library's operators, in memory; every change goes to the directory first. */
final class OperatorBook {
    private record Names(Map<String, Directory.Operator> byAccount, Map<String, Directory.Operator> byHandle) {}

    private final Directory directory;
    private volatile Names names = new Names(Map.of(), Map.of());

    OperatorBook(Directory directory) {
        this.directory = directory;
    }

    /** Reads every operator. */
    void load() throws JournalException {
        Map<String, Directory.Operator> byAccount = new HashMap<>();
        Map<String, Directory.Operator> byHandle = new HashMap<>();
        for (Directory.Operator operator : directory.operators()) {
            byAccount.put(operator.account(), operator);
            byHandle.put(operator.handle(), operator);
        }
        names = new Names(Map.copyOf(byAccount), Map.copyOf(byHandle));
    }

    /** Keeps operators as they are now. */
    synchronized void save(List<Directory.Operator> operators) throws JournalException {
        directory.save(operators);
        load();
    }

    /** The operator of that account; {@code fresh} is kept where there is none. */
    synchronized Directory.Operator ensure(Directory.Operator fresh) throws JournalException {
        Optional<Directory.Operator> known = byAccount(fresh.account());
        if (known.isEmpty()) {
            save(List.of(fresh));
        }
        return known.orElse(fresh);
    }

    Optional<Directory.Operator> byAccount(String account) {
        return Optional.ofNullable(names.byAccount().get(account));
    }

    Optional<Directory.Operator> byHandle(String handle) {
        return Optional.ofNullable(names.byHandle().get(handle));
    }

    List<Directory.Operator> all() {
        return List.copyOf(names.byAccount().values());
    }
}
