package org.crossdesk.deploy.conversation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that are played at the same time as others on the network they share; each gets a {@link Play}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Doorkeeper.OfTheSharedTheatre.class)
@Execution(ExecutionMode.CONCURRENT)
@Tag("network")
@interface Conversation {}
