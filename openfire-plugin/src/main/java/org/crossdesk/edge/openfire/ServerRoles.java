package org.crossdesk.edge.openfire;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossdesk.edge.xmpp.Roles;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.jivesoftware.openfire.admin.AdminManager;
import org.jivesoftware.openfire.group.Group;
import org.jivesoftware.openfire.group.GroupManager;
import org.jivesoftware.openfire.group.GroupNotFoundException;
import org.xmpp.packet.JID;

/**
 * Roles as Openfire's groups, so that the admin console, LDAP or Active Directory manage them; a group's admins are
 * members too. Server admins are coordinators, so that somebody is before there are groups.
 */
public final class ServerRoles implements Roles {
    private final GroupManager groups;
    private final AdminManager admins;
    private final String operatorsGroup;
    private final String coordinatorsGroup;

    /** Roles of the running server by the groups of these names, which may come into being later. */
    public ServerRoles(String operatorsGroup, String coordinatorsGroup) {
        this(GroupManager.getInstance(), AdminManager.getInstance(), operatorsGroup, coordinatorsGroup);
    }

    /** Roles as these see them. */
    ServerRoles(GroupManager groups, AdminManager admins, String operatorsGroup, String coordinatorsGroup) {
        this.groups = groups;
        this.admins = admins;
        this.operatorsGroup = operatorsGroup;
        this.coordinatorsGroup = coordinatorsGroup;
    }

    @Override
    public boolean operator(Address account) {
        return member(operatorsGroup, bare(account));
    }

    @Override
    public boolean coordinator(Address account) {
        JID bare = bare(account);
        return member(coordinatorsGroup, bare) || admins.isUserAdmin(bare, false);
    }

    @Override
    public Set<Address> coordinators() {
        try {
            Group group = groups.getGroup(coordinatorsGroup);
            return Stream.concat(group.getMembers().stream(), group.getAdmins().stream())
                    .map(StanzaBridge::address)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (GroupNotFoundException e) {
            return Set.of();
        }
    }

    private static JID bare(Address account) {
        return StanzaBridge.jid(account.bare());
    }

    private boolean member(String group, JID account) {
        try {
            return groups.getGroup(group).isUser(account);
        } catch (GroupNotFoundException e) {
            // No such group has no members; asked for at every command, so not worth a line in the log.
            return false;
        }
    }
}
