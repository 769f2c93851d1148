package org.crossdesk.edge.command.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Makes a service, or changes one: what is left empty stays as it is. Ask Services, section 7. */
public final class ServiceCommand implements AdHocCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCommand.class);

    /** How long the staff room may take to open. */
    private static final int OPEN_MAX_SECONDS = 3;

    private final DeskControl desk;

    /** The command of this desk. */
    public ServiceCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "service";
    }

    @Override
    public String name(@Nullable String language) {
        return "Make or change a service";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public DataForm form(Caller caller) {
        return Forms.asking("Service", "A new name makes a service, a known one changes it; what is empty stays.")
                .required("name", "Name, the part before @" + desk.deskDomain(), FormField.Type.text_single)
                .field(
                        "titles",
                        "Titles, one a line: Ask North, or sv=Fråga Norden",
                        FormField.Type.text_multi,
                        List.of())
                .field(
                        "languages",
                        "Languages that all its operators share, one a line: sv",
                        FormField.Type.text_multi,
                        List.of())
                .field(
                        "parent",
                        "Service that questions roll up to (a dash: none)",
                        FormField.Type.text_single,
                        List.of())
                .field("own-seconds", "Seconds before they roll up", FormField.Type.text_single, List.of())
                .field("parent-seconds", "Seconds for the parent", FormField.Type.text_single, List.of())
                .field("ring-seconds", "Seconds one operator rings", FormField.Type.text_single, List.of())
                .field(
                        "policy",
                        "Policy page: what remote operators must know of this library",
                        FormField.Type.text_multi,
                        List.of())
                .build();
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        try {
            Address address = Address.ofDomain(desk.deskDomain())
                    .withLocal(values.text("name").orElse("").toLowerCase(Locale.ROOT));
            Service before = desk.services().stream()
                    .filter(service -> service.address().equals(address))
                    .findFirst()
                    .orElse(Service.initial(address, String.valueOf(address.local())));
            Service after = changed(before, values);
            return opened(after, desk.save(after), caller);
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            LOG.error("service.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "the service could not be kept; the log says why");
        }
    }

    /** Who enters the staff room before it is open would make another one. */
    private static Outcome opened(Service service, CompletableFuture<@Nullable Refusal> opening, Caller caller) {
        try {
            Refusal refusal = opening.get(OPEN_MAX_SECONDS, TimeUnit.SECONDS);
            if (refusal == null) {
                return Outcome.done(service.address() + " is open: " + service.name(caller.language()));
            }
            LOG.error("service.open.failed service={} reason={}", service.address(), refusal.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("service.open.failed service={}", service.address(), e);
        }
        return Outcome.done(
                service.address() + " is kept, but its staff room is not open yet. The log of the server says why.");
    }

    private static Service changed(Service before, FormValues values) {
        List<String> languages = values.all("languages");
        String policy = String.join("\n", values.all("policy"));
        return new Service(
                before.address(),
                names(before, values.all("titles")),
                languages.isEmpty() ? before.languages() : languages,
                seconds(values, "own-seconds", before.ownSeconds()),
                parent(before, values),
                seconds(values, "parent-seconds", before.parentSeconds()),
                seconds(values, "ring-seconds", before.ringSeconds()),
                policy.isEmpty() ? before.policy() : policy);
    }

    private static Map<String, String> names(Service before, List<String> titles) {
        Map<String, String> names = new LinkedHashMap<>(before.names());
        for (String title : titles) {
            int equals = title.indexOf('=');
            names.put(
                    equals < 0 ? "" : title.substring(0, equals).strip(),
                    title.substring(equals + 1).strip());
        }
        return names;
    }

    private static @Nullable Address parent(Service before, FormValues values) {
        String typed = values.text("parent").orElse("");
        return typed.isEmpty() ? before.parent() : typed.equals("-") ? null : Address.parse(typed);
    }

    private static int seconds(FormValues values, String field, int before) {
        String typed = values.text(field).orElse("");
        if (typed.isEmpty()) {
            return before;
        }
        if (!typed.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("the field '" + field + "' takes a number of seconds");
        }
        return Integer.parseInt(typed);
    }
}
