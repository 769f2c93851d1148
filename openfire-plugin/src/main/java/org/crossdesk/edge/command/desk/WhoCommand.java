package org.crossdesk.edge.command.desk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Shows who is on duty at the services of this desk, with how much they have to do. */
public final class WhoCommand implements AdHocCommand {
    /** How long the desk may take to answer. */
    private static final int PATIENCE_SECONDS = 2;

    private final DeskControl desk;

    /** The command of this desk. */
    public WhoCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "who";
    }

    @Override
    public String name(@Nullable String language) {
        return "Show who is on duty";
    }

    @Override
    public boolean allows(Caller caller) {
        var account = StanzaBridge.address(caller.from());
        return desk.coordinator(account) || desk.operator(account).isPresent();
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        return null;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        DataForm form = new DataForm(DataForm.Type.result);
        form.setTitle("On duty");
        for (String column : List.of("service", "nick", "operator", "load", "capacity")) {
            form.addReportedField(column, column, FormField.Type.text_single);
        }
        try {
            for (Service service : desk.services()) {
                for (OnDuty one : desk.roster(service.address())
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .operators()) {
                    form.addItemFields(row(service, one));
                }
            }
            return new Outcome.Done(List.of(), form);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy();
        } catch (ExecutionException | TimeoutException e) {
            return busy();
        }
    }

    private static Map<String, Object> row(Service service, OnDuty one) {
        return Map.of(
                "service", service.address().toString(),
                "nick", one.nick(),
                "operator", one.operator().toString(),
                "load", Integer.toString(one.stamp().load()),
                "capacity", Integer.toString(one.stamp().capacity()));
    }

    private static Outcome busy() {
        return Outcome.refused(Condition.RESOURCE_CONSTRAINT, "the desk is too busy to say now; try again");
    }
}
