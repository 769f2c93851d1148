package org.crossdesk.deploy.conversation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Tests that kill and restart servers, played one after the other on a network of their own; each gets a {@link Play}
 * and leaves all servers running.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Doorkeeper.OfTheRoughTheatre.class)
@Isolated("kills servers, and needs the machine for starting them again")
@Tag("network")
@interface RoughConversation {}
