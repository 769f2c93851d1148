package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.CommandSet;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.OperatorDoor;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.xmpp.packet.JID;

/** Which commands there are at the desk, and at a session's contact. */
public final class DeskCommands implements CommandSet {
    private final DeskControl desk;
    private final List<AdHocCommand> atDesk;

    /** The commands of the desk of {@code library}. */
    public DeskCommands(DeskControl desk, String library) {
        this.desk = desk;
        List<AdHocCommand> all = new ArrayList<>(List.of(
                new DutyCommand(desk),
                new PauseCommand(desk),
                new FindCommand(desk),
                new FollowUpCommand(desk),
                new ReportCommand(desk, "who", "Show who is on duty", Reports::onDuty),
                new ReportCommand(desk, "counts", "Show the counts", Reports::counts),
                new ReportCommand(desk, "services", "List the services", Reports::services),
                new ReportCommand(desk, "staffing", "Show who staffs what", Reports::staffing),
                new ServiceCommand(desk),
                new ConsentCommand(desk),
                new CloseServiceCommand(desk),
                new ReportCommand(desk, "waiting", "Show what waits", WaitingReport::of, true),
                SupervisionCommand.assign(desk),
                SupervisionCommand.pullUp(desk),
                new ReportCommand(desk, "running", "Show the sessions that run", RunningReport::of, true),
                new AttendCommand(desk),
                new StatisticsCommand(desk),
                new CoverageCommand(desk),
                new RatingsCommand(desk),
                new MyProfileCommand(desk),
                new ReviewCommand(desk),
                new ConceptCommand(desk),
                new ProfileCommand(desk, library)));
        all.addAll(ScriptCommand.both(desk));
        all.addAll(InventoryCommand.both(desk, library));
        this.atDesk = List.copyOf(all);
    }

    @Override
    public List<AdHocCommand> at(JID jid) {
        Address address = StanzaBridge.address(jid);
        return address.local() == null
                ? atDesk
                : OperatorDoor.session(address)
                        .map(session -> SessionCommand.of(desk, session))
                        .orElse(List.of());
    }
}
