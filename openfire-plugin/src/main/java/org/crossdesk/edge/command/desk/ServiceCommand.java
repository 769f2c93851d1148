package org.crossdesk.edge.command.desk;

import java.util.List;
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

/** Makes a service, or changes one: what is left empty stays as it is. Ask Services, section 7. */
public final class ServiceCommand implements AdHocCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCommand.class);

    /** How long the staff room may take to open. */
    private static final int OPEN_MAX_SECONDS = 3;

    private final DeskControl desk;
    private final ServiceForm form;

    /** The command of this desk. */
    public ServiceCommand(DeskControl desk) {
        this.desk = desk;
        this.form = new ServiceForm(desk.deskDomain(), desk.schemes().reader(), desk.recurrence());
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
        return form.empty();
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        try {
            Address address = form.address(values);
            Service before = desk.services().stream()
                    .filter(service -> service.address().equals(address))
                    .findFirst()
                    .orElse(Service.initial(address, String.valueOf(address.local())));
            Service after = form.changed(before, values);
            List<String> faults = desk.faults(after);
            if (!faults.isEmpty()) {
                return Outcome.refused(Condition.BAD_REQUEST, "Nothing was changed. " + String.join("\n", faults));
            }
            return values.flag(ServiceForm.CHECK)
                    ? new Outcome.Done(new ServicePreview(desk).of(after), null)
                    : opened(after, desk.save(after), caller);
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
}
