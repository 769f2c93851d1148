package org.crossdesk.edge.command.desk;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;

/** Shows coordinators, and mostly operators too, something of the desk, at once. Ask Services, section 7. */
final class ReportCommand implements AdHocCommand {
    /** What is shown. Waits for the desk's loop, within a bound. */
    @FunctionalInterface
    interface Report {
        /** Asks the desk. */
        Outcome.Done of(DeskControl desk) throws InterruptedException, ExecutionException, TimeoutException;
    }

    private final DeskControl desk;
    private final String node;
    private final String name;
    private final Report report;
    private final boolean coordinatorsOnly;

    ReportCommand(DeskControl desk, String node, String name, Report report) {
        this(desk, node, name, report, false);
    }

    ReportCommand(DeskControl desk, String node, String name, Report report, boolean coordinatorsOnly) {
        this.coordinatorsOnly = coordinatorsOnly;
        this.desk = desk;
        this.node = node;
        this.name = name;
        this.report = report;
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public String name(@Nullable String language) {
        return name;
    }

    @Override
    public boolean allows(Caller caller) {
        Address account = StanzaBridge.address(caller.from());
        return desk.coordinator(account)
                || !coordinatorsOnly && desk.operator(account).isPresent();
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        return null;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        try {
            return report.of(desk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy();
        } catch (ExecutionException | TimeoutException e) {
            return busy();
        }
    }

    /** What there is to say where the desk does not answer in time. */
    static Outcome busy() {
        return Outcome.refused(Condition.RESOURCE_CONSTRAINT, "the desk is too busy to say now; try again");
    }
}
