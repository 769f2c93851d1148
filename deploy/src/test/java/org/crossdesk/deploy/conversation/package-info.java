/**
 * Conversations on real networks: who writes, who sees. Most are played at the same time on one network, each by
 * people and at services of its own; those that kill servers are played one after the other on a second.
 */
@NullMarked
package org.crossdesk.deploy.conversation;

import org.jspecify.annotations.NullMarked;
