package org.crossdesk.edge.command;

import org.jspecify.annotations.Nullable;
import org.xmpp.packet.JID;

/**
 * Who runs a command, and where.
 *
 * @param from the client
 * @param to the address that has the command: the desk, or a session
 * @param language what the client speaks, BCP 47, if it says so
 */
public record Caller(JID from, JID to, @Nullable String language) {}
