package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Adds, changes and deletes scripts: an operator their own, a coordinator those of all. Ask Services, section "Scripts". */
final class ScriptCommand implements AdHocCommand {
    private static final String SCRIPT = "script";
    private static final String SCOPE = "scope";
    private static final String NAME = "name";
    private static final String LANGUAGE = "language";
    private static final String WORDS = "words";
    private static final String DELETE = "delete";
    private static final String NEW = "new";
    private static final String LIBRARY = "library";

    /** What stands in braces in a script. */
    private static final Pattern PLACE = Pattern.compile("\\{([^{}\\s]*)\\}");

    private static final Set<String> PLACES =
            new TreeSet<>(Set.of("patron.question", "operator", LIBRARY, "service", "time"));
    private static final Logger LOG = LoggerFactory.getLogger(ScriptCommand.class);

    private final DeskControl desk;
    private final boolean own;

    private ScriptCommand(DeskControl desk, boolean own) {
        this.desk = desk;
        this.own = own;
    }

    /** Both commands: an operator's, and a coordinator's. */
    static List<AdHocCommand> both(DeskControl desk) {
        return List.of(new ScriptCommand(desk, true), new ScriptCommand(desk, false));
    }

    @Override
    public String node() {
        return own ? "my-script" : SCRIPT;
    }

    @Override
    public String name(@Nullable String language) {
        return own ? "My scripts" : "Scripts of the library and its services";
    }

    @Override
    public boolean allows(Caller caller) {
        Address account = StanzaBridge.address(caller.from());
        return own ? desk.operator(account).isPresent() : desk.coordinator(account);
    }

    /** Whose own they are: the local part of the caller's account, or none for what is shared. */
    private @Nullable String owner(Caller caller) {
        return own
                ? desk.operator(StanzaBridge.address(caller.from()))
                        .map(Directory.Operator::account)
                        .orElse("")
                : null;
    }

    @Override
    public DataForm form(Caller caller) {
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put(NEW, "A new one");
        kept(owner(caller)).forEach(script -> scripts.put(script.id(), label(script)));
        Forms form = Forms.asking(
                        name(caller.language()),
                        "Words that are said often. In them " + places()
                                + " are filled before they are sent. What is left empty of a script that there is stays as it is.")
                .choiceOf(SCRIPT, "Script", scripts, NEW);
        if (!own) {
            List<String> scopes = new ArrayList<>(List.of(LIBRARY));
            Reports.open(desk).forEach(service -> scopes.add(service.address().toString()));
            form.choice(
                    SCOPE,
                    "Who uses it: all of the library, or who staffs a service",
                    FormField.Type.list_single,
                    scopes,
                    List.of());
        }
        return form.field(NAME, "Name", FormField.Type.text_single, List.of())
                .field(LANGUAGE, "Language, such as sv", FormField.Type.text_single, List.of())
                .field(WORDS, "Words", FormField.Type.text_multi, List.of())
                .field(DELETE, "Delete it", FormField.Type.boolean_type, List.of("false"))
                .build();
    }

    private List<Script> kept(@Nullable String owner) {
        if (owner != null) {
            return desk.scripts().of(owner);
        }
        List<Script> shared = new ArrayList<>(desk.scripts().ofLibrary());
        Reports.open(desk).forEach(service -> shared.addAll(desk.scripts().of(service.address())));
        return shared;
    }

    private static String label(Script script) {
        Address service = script.service();
        return service == null ? script.name() : service.local() + ": " + script.name();
    }

    private static String places() {
        return String.join(", ", PLACES.stream().map(place -> "{" + place + "}").toList());
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        String owner = owner(caller);
        String id = values.text(SCRIPT).orElse(NEW);
        Script before = id.equals(NEW) ? null : desk.scripts().find(id, owner).orElse(null);
        if (before == null && !id.equals(NEW)) {
            return Outcome.refused(Condition.ITEM_NOT_FOUND, "this script has been deleted meanwhile");
        }
        try {
            if (values.flag(DELETE)) {
                return delete(before);
            }
            Script script = script(values, before, own);
            desk.scripts().save(owner, script);
            return Outcome.done("Kept: " + label(script));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            LOG.error("script.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "it could not be kept; the log says why");
        }
    }

    private Outcome delete(@Nullable Script script) throws JournalException {
        if (script == null) {
            return Outcome.refused(Condition.BAD_REQUEST, "the field 'script': choose the one to delete");
        }
        desk.scripts().forget(script);
        return Outcome.done("Deleted: " + label(script));
    }

    private Script script(FormValues values, @Nullable Script before, boolean personal) {
        String scope = values.text(SCOPE).orElse(null);
        if (!personal && before == null && scope == null) {
            throw new IllegalArgumentException("the field 'scope': choose who uses it");
        }
        String name = values.text(NAME).orElse(before == null ? null : before.name());
        String typed = values.words(WORDS);
        String words = typed.isEmpty() && before != null ? before.words() : typed;
        if (name == null || words.isEmpty()) {
            throw new IllegalArgumentException("a script has a name and words: fill in both");
        }
        if (words.codePointCount(0, words.length()) > Bounds.SCRIPT_MAX_CHARS) {
            throw new IllegalArgumentException(
                    "the field 'words': a script has at most " + Bounds.SCRIPT_MAX_CHARS + " characters");
        }
        checkPlaces(words);
        String language = values.text(LANGUAGE).orElse(before == null ? null : before.language());
        String id = before == null ? desk.scripts().freshId() : before.id();
        if (personal) {
            return new Script(id, Script.Scope.PERSONAL, null, name, language, words);
        }
        Address service = scope == null
                ? before == null ? null : before.service()
                : scope.equals(LIBRARY) ? null : Address.parse(scope);
        return new Script(
                id, service == null ? Script.Scope.LIBRARY : Script.Scope.SERVICE, service, name, language, words);
    }

    private static void checkPlaces(String words) {
        Matcher place = PLACE.matcher(words);
        while (place.find()) {
            if (!PLACES.contains(place.group(1))) {
                throw new IllegalArgumentException(
                        "nothing is filled in for " + place.group() + ": write one of " + places());
            }
        }
    }
}
