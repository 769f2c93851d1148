package org.crossdesk.edge.command.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;

/** Closes a service for good: who talks by it goes on, nobody begins, and nobody is on duty there. */
final class CloseServiceCommand implements AdHocCommand {
    private static final Logger LOG = LoggerFactory.getLogger(CloseServiceCommand.class);

    private final DeskControl desk;

    CloseServiceCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "close-service";
    }

    @Override
    public String name(@Nullable String language) {
        return "Close a service";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public DataForm form(Caller caller) {
        Map<String, String> services = new LinkedHashMap<>();
        open().forEach(service ->
                services.put(String.valueOf(service.address().local()), service.name(caller.language())));
        return Forms.asking(
                        "Close a service",
                        "Who talks by it goes on. Make it again under the same name, and it is as it was.")
                .choice("name", "Service", services)
                .build();
    }

    /** Every library has its desk, which other desks and patrons count on. */
    private List<Service> open() {
        return desk.services().stream()
                .filter(service -> !service.plan().closed()
                        && !Service.DESK.equals(service.address().local()))
                .toList();
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        String name = values.text("name").orElse("");
        Optional<Service> service = open().stream()
                .filter(one -> name.equals(one.address().local()))
                .findFirst();
        if (service.isEmpty()) {
            return Outcome.refused(Condition.ITEM_NOT_FOUND, "there is no service " + name + " that can be closed");
        }
        try {
            desk.close(service.get());
        } catch (JournalException e) {
            LOG.error("service.close.failed", e);
            return Outcome.refused(
                    Condition.INTERNAL_SERVER_ERROR, "the service could not be closed; the log says why");
        }
        List<String> below = desk.services().stream()
                .filter(one -> service.get().address().equals(one.parent()))
                .map(one -> one.address().toString())
                .toList();
        return Outcome.done(service.get().address() + " is closed."
                + (below.isEmpty() ? "" : " These still roll up to it, in vain: " + String.join(", ", below)));
    }
}
