package org.crossdesk.edge.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.crossdesk.edge.xmpp.Roles;
import org.crossdesk.protocol.Address;
import org.jivesoftware.openfire.admin.AdminManager;
import org.jivesoftware.openfire.group.Group;
import org.jivesoftware.openfire.group.GroupManager;
import org.jivesoftware.openfire.group.GroupNotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xmpp.packet.JID;

class ServerRolesTest {
    private static final Address SHIRIN = Address.parse("shirin@tehran.test/phone");
    private static final Address ADMIN = Address.parse("admin@tehran.test");
    private static final JID SHIRIN_BARE = new JID("shirin@tehran.test");
    private static final JID ADMIN_BARE = new JID("admin@tehran.test");

    private final GroupManager groups = mock();
    private final AdminManager admins = mock();
    private final Roles roles = new ServerRoles(groups, admins, "librarians", "hub");

    private static Group groupOf(JID member) {
        Group group = mock();
        when(group.isUser(member)).thenReturn(true);
        return group;
    }

    @Test
    @DisplayName("a member of the group has the role, with whatever client")
    void membersHaveTheRole() throws GroupNotFoundException {
        Group librarians = groupOf(SHIRIN_BARE);
        Group hub = groupOf(ADMIN_BARE);
        when(groups.getGroup("librarians")).thenReturn(librarians);
        when(groups.getGroup("hub")).thenReturn(hub);
        assertThat(roles.operator(SHIRIN)).isTrue();
        assertThat(roles.coordinator(SHIRIN)).isFalse();
        assertThat(roles.operator(ADMIN)).isFalse();
        assertThat(roles.coordinator(ADMIN)).isTrue();
    }

    @Test
    @DisplayName("a group that is not there has no members; server admins are coordinators, not operators")
    void missingGroups() throws GroupNotFoundException {
        when(groups.getGroup("librarians")).thenThrow(new GroupNotFoundException());
        when(groups.getGroup("hub")).thenThrow(new GroupNotFoundException());
        when(admins.isUserAdmin(ADMIN_BARE, false)).thenReturn(true);
        assertThat(roles.operator(ADMIN)).isFalse();
        assertThat(roles.coordinator(ADMIN)).isTrue();
        assertThat(roles.coordinator(SHIRIN)).isFalse();
    }
}
