package org.crossdesk.bot.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.CommandResult;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A library's services: listed, looked at, made, changed and closed by its coordinator, and which of others it staffs. */
@Command(
        name = "service",
        description = {
            "List, look at, make, change or close a library's services; see who staffs them, and say whether this library"
                    + " staffs those of others: consent ask-north@ask.north.test answer=yes people=3 sessions=5"
                    + " zone=Europe/Stockholm hours=\"mo-fr 09:00-17:00\".",
            "See what waits at its services, assign a question to somebody on duty, or send it up to the parent service:"
                    + " assign ask-north 4 NICK; pull ask-north 4. See the sessions that run by them, and join one as a"
                    + " consultant: join ask-north uppsala.test ID.",
            "What a service is made of is said as FIELD=TEXT, a field several times for several lines:"
                    + " titles=\"Ask Nordic Law\" titles=\"sv=Fråga om nordisk rätt\" needs-subjects=law:2"
                    + " zone=Europe/Stockholm hours=\"mo-fr 09:00-17:00\" steps=\"own 30\". A wrong field names those there"
                    + " are; docs/coordinators.md says what they mean. A dash takes away what there is."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; nothing was changed, and it says why", "2:wrong words on the command line"
        })
public final class ServiceCommand implements Callable<Integer> {
    private static final String NAME = "name";

    enum Deed {
        LIST,
        SHOW,
        CREATE,
        EDIT,
        CLOSE,
        STAFFING,
        CONSENT,
        WAITING,
        ASSIGN,
        PULL,
        RUNNING,
        JOIN
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CoordinatorOptions coordinator;

    @Option(
            names = "--check",
            description = "Only show what would be made: who would be in, which hours and languages, what is missing.")
    private boolean check;

    @Parameters(
            index = "0",
            paramLabel = "list|show|create|edit|close|staffing|consent|waiting|assign|pull|running|join",
            description = "What to do.")
    private Deed deed = Deed.LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "The service: the part before the at sign of its address; for consent the whole address.")
    private @Nullable String service;

    @Parameters(
            index = "2..*",
            paramLabel = "FIELD=TEXT",
            description =
                    "What it is to be; for assign the question's number and the operator's nick, for pull the number.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        QuietLogs.begin();
        try {
            Map<String, List<String>> answers = answers();
            try (XmppClient client = coordinator.connect()) {
                run(client, answers)
                        .notes()
                        .forEach(note -> spec.commandLine().getOut().println(note));
            }
            return AskCommand.EXIT_OK;
        } catch (CommandFailure | ClientException e) {
            spec.commandLine().getErr().println("crossdesk service: " + e.getMessage());
            return AskCommand.EXIT_FAILED;
        }
    }

    private CommandResult run(XmppClient client, Map<String, List<String>> answers)
            throws ClientException, CommandFailure {
        Address desk = coordinator.desk();
        switch (deed) {
            case LIST -> {
                return client.command(desk, "services", Map.of());
            }
            case STAFFING -> {
                return client.command(desk, "staffing", Map.of());
            }
            case WAITING -> {
                return client.command(desk, "waiting", Map.of());
            }
            case ASSIGN -> {
                return client.command(desk, "assign-question", answers);
            }
            case PULL -> {
                return client.command(desk, "pull-up-question", answers);
            }
            case RUNNING -> {
                return client.command(desk, "running", Map.of());
            }
            case JOIN -> {
                return client.command(desk, "attend-session", answers);
            }
            case CONSENT -> {
                return client.command(desk, "consent", answers);
            }
            case CLOSE -> {
                return client.command(desk, "close-service", answers);
            }
            case SHOW, CREATE, EDIT -> {
                // The service's form.
            }
        }
        boolean there = client.items(desk)
                .containsKey(desk.withLocal(
                        answers.getOrDefault(NAME, List.of("")).get(0).toLowerCase(Locale.ROOT)));
        if (there && deed == Deed.CREATE) {
            throw new CommandFailure("there is a service " + service + " already: edit it, or choose another name");
        }
        if (!there && deed != Deed.CREATE) {
            throw new CommandFailure(
                    "there is no service " + service + " at " + coordinator.library() + ": see crossdesk service list");
        }
        return client.command(desk, "service", answers);
    }

    /** What goes into the form; the same field again is one more line of it. */
    private Map<String, List<String>> answers() throws CommandFailure {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        if (deed == Deed.LIST || deed == Deed.STAFFING || deed == Deed.WAITING || deed == Deed.RUNNING) {
            return answers;
        }
        if (service == null || service.isBlank()) {
            throw new CommandFailure("name the service, such as ask-nordic-law");
        }
        if (deed == Deed.JOIN) {
            if (words.size() != 2) {
                throw new CommandFailure(
                        "name the service, the library and the session, as in join ask-north uppsala.test ID: see running");
            }
            return Map.of("session", List.of(service + " " + String.join(" ", words)));
        }
        if (deed == Deed.ASSIGN || deed == Deed.PULL) {
            return supervision(service);
        }
        answers.put(deed == Deed.CONSENT ? "service" : NAME, List.of(service));
        if (!words.isEmpty() && (deed == Deed.SHOW || deed == Deed.CLOSE)) {
            throw new CommandFailure(
                    deed.name().toLowerCase(Locale.ROOT) + " takes a service and nothing more; to change one: edit");
        }
        for (String word : words) {
            int equals = word.indexOf('=');
            String field = equals < 0 ? "" : word.substring(0, equals);
            if (field.isEmpty() || field.equals(NAME)) {
                throw new CommandFailure("'" + word + "' is not FIELD=TEXT, such as titles=\"Ask Nordic Law\"");
            }
            answers.computeIfAbsent(field, any -> new ArrayList<>()).add(word.substring(equals + 1));
        }
        if (deed != Deed.CLOSE && deed != Deed.CONSENT) {
            answers.put("check", List.of(Boolean.toString(check || deed == Deed.SHOW)));
        }
        return answers;
    }

    /** Which question, by its service and its number, and who is to have it: a nick may have spaces. */
    private Map<String, List<String>> supervision(String at) throws CommandFailure {
        boolean assigns = deed == Deed.ASSIGN;
        if (words.isEmpty() || !words.get(0).matches("[0-9]{1,9}") || assigns == (words.size() == 1)) {
            throw new CommandFailure(
                    assigns
                            ? "name the service, the question's number and the operator, such as assign ask-north 4 Laleh"
                            : "name the service and the question's number, such as pull ask-north 4");
        }
        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put("question", List.of(at + " " + words.get(0)));
        if (assigns) {
            answers.put("operator", List.of(String.join(" ", words.subList(1, words.size()))));
        }
        return answers;
    }
}
