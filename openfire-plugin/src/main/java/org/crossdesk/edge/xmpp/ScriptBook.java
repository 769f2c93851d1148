package org.crossdesk.edge.xmpp;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.Directory.OwnedScript;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;

/** This desk's scripts, in memory; every change goes to the directory first. Safe for several threads. */
public final class ScriptBook {
    /** So many an operator may have of their own, a library, and a service. */
    public static final int EACH_MAX = 30;

    private final Directory directory;
    private final Supplier<String> tokens;
    private volatile Map<String, OwnedScript> scripts = Map.of();

    ScriptBook(Directory directory, Supplier<String> tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    /** Reads every script. */
    void load() throws JournalException {
        Map<String, OwnedScript> all = new LinkedHashMap<>();
        directory.scripts().forEach(script -> all.put(script.script().id(), script));
        scripts = Map.copyOf(all);
    }

    /** Those of this account's operator, by name. */
    public List<Script> of(String account) {
        return those(one -> account.equals(one.account()));
    }

    /** Those of the library, by name. */
    public List<Script> ofLibrary() {
        return those(one -> one.script().scope() == Script.Scope.LIBRARY);
    }

    /** Those of a service of ours, by name. */
    public List<Script> of(Address service) {
        return those(one -> service.equals(one.script().service()));
    }

    private List<Script> those(Predicate<OwnedScript> which) {
        return scripts.values().stream()
                .filter(which)
                .map(OwnedScript::script)
                .sorted(Comparator.comparing(Script::name).thenComparing(Script::id))
                .toList();
    }

    /** The script of this id among those of an account's operator, or, with none, among those that are shared. */
    public Optional<Script> find(String id, @Nullable String account) {
        return Optional.ofNullable(scripts.get(id))
                .filter(one -> account == null ? one.account() == null : account.equals(one.account()))
                .map(OwnedScript::script);
    }

    /** A name for a new one. */
    public String freshId() {
        return tokens.get();
    }

    /**
     * Keeps a script as it is now.
     *
     * @param account whose it is, where it is somebody's own
     * @throws IllegalArgumentException there are as many as there may be, or another is called so
     */
    public synchronized void save(@Nullable String account, Script script) throws JournalException {
        List<Script> others = beside(account, script).stream()
                .filter(one -> !one.id().equals(script.id()))
                .toList();
        if (others.size() >= EACH_MAX) {
            throw new IllegalArgumentException(
                    "there are " + EACH_MAX + " scripts already: delete one that nobody uses");
        }
        if (others.stream().anyMatch(one -> one.name().equals(script.name()))) {
            throw new IllegalArgumentException("another script is called \"" + script.name() + "\"");
        }
        OwnedScript owned = new OwnedScript(account, script);
        directory.save(owned);
        Map<String, OwnedScript> changed = new LinkedHashMap<>(scripts);
        changed.put(script.id(), owned);
        scripts = Map.copyOf(changed);
    }

    private List<Script> beside(@Nullable String account, Script script) {
        Address service = script.service();
        if (account != null) {
            return of(account);
        }
        return service == null ? ofLibrary() : of(service);
    }

    /** Forgets a script. */
    public synchronized void forget(Script script) throws JournalException {
        OwnedScript owned = scripts.get(script.id());
        if (owned != null) {
            directory.forget(owned);
            Map<String, OwnedScript> changed = new LinkedHashMap<>(scripts);
            changed.remove(script.id());
            scripts = Map.copyOf(changed);
        }
    }
}
