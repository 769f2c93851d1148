package org.crossdesk.edge.command.desk;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Shows what the ledger counts: who asked, who answered for whom, how it ended. */
public final class CountsCommand implements AdHocCommand {
    /** How long the desk may take to answer. */
    private static final int PATIENCE_SECONDS = 2;

    private final DeskControl desk;

    /** The command of this desk. */
    public CountsCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "counts";
    }

    @Override
    public String name(@Nullable String language) {
        return "Show the counts";
    }

    @Override
    public boolean allows(Caller caller) {
        var account = StanzaBridge.address(caller.from());
        return desk.coordinator(account) || desk.operator(account).isPresent();
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        return null;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        CompletableFuture<Counts> asked = desk.counts();
        try {
            Counts counts = asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Forms form = Forms.showing("Counts");
            new TreeMap<>(counts.byName())
                    .forEach((name, count) ->
                            form.field(name, name, FormField.Type.text_single, List.of(Long.toString(count))));
            return new Outcome.Done(List.of(), form.build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy();
        } catch (ExecutionException | TimeoutException e) {
            return busy();
        }
    }

    private static Outcome busy() {
        return Outcome.refused(Condition.RESOURCE_CONSTRAINT, "the desk is too busy to count now; try again");
    }
}
