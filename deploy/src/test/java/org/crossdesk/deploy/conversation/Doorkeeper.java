package org.crossdesk.deploy.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.network.NetworkPlan;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Opens a theatre for the first test that needs it, closes it after the last, and gives each test its own play. */
abstract class Doorkeeper implements ParameterResolver, TestExecutionExceptionHandler {
    /** The network whose servers stay as they are. */
    static final class OfTheSharedTheatre extends Doorkeeper {
        OfTheSharedTheatre() {
            super("shared", Playbill.shared());
        }
    }

    /** The network whose servers are killed. */
    static final class OfTheRoughTheatre extends Doorkeeper {
        OfTheRoughTheatre() {
            super("rough", Playbill.rough());
        }
    }

    /** What was seen before a test failed; the failure itself tells what its last waiter has seen. */
    private static final class WhatHappened extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WhatHappened(Play play) {
            super("what happened before:\n" + play.stage().timeline(), null, false, false);
        }
    }

    private static final Namespace NAMESPACE = Namespace.create(Doorkeeper.class);

    private final String name;
    private final NetworkPlan plan;

    Doorkeeper(String name, NetworkPlan plan) {
        this.name = name;
        this.plan = plan;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Play.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return play(test);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        failure.addSuppressed(new WhatHappened(play(test)));
        throw failure;
    }

    /** JUnit closes what is in a store: the play after its test, the theatre at the very end. */
    private Play play(ExtensionContext test) {
        return test.getStore(NAMESPACE).computeIfAbsent("play", key -> begin(theatre(test)), Play.class);
    }

    private static Play begin(Theatre theatre) {
        return orFail(() -> {
            theatre.clean();
            return new Play(theatre);
        });
    }

    private Theatre theatre(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(name, key -> orFail(() -> Theatre.open(name, plan)), Theatre.class);
    }

    private interface Attempt<T> {
        T now() throws IOException, ClientException, InterruptedException;
    }

    private static <T> T orFail(Attempt<T> attempt) {
        try {
            return attempt.now();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClientException e) {
            throw new IllegalStateException("the network can't be set up: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
