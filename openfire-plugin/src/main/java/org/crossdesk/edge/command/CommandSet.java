package org.crossdesk.edge.command;

import java.util.List;
import org.xmpp.packet.JID;

/** Which commands an address has. */
@FunctionalInterface
public interface CommandSet {
    /** The commands at {@code address}, in the order in which people see them. */
    List<AdHocCommand> at(JID address);
}
