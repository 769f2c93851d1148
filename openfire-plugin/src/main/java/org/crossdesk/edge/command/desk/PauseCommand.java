package org.crossdesk.edge.command.desk;

import java.util.List;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Takes a pause, or ends it: who pauses stays on duty, and is not rung. Competence Profiles, section "Stamps". */
public final class PauseCommand implements AdHocCommand {
    private static final String PAUSE = "pause";

    private final DeskControl desk;

    /** The command of this desk. */
    public PauseCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return PAUSE;
    }

    @Override
    public String name(@Nullable String language) {
        return "Take a pause or end it";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.operator(StanzaBridge.address(caller.from())).isPresent();
    }

    @Override
    public DataForm form(Caller caller) {
        boolean paused = desk.operator(StanzaBridge.address(caller.from()))
                .map(desk::paused)
                .orElse(false);
        return Forms.asking("Pause", "Who takes a pause stays on duty, keeps their sessions, and is not rung.")
                .field(PAUSE, "Pause", FormField.Type.boolean_type, List.of(Boolean.toString(!paused)))
                .build();
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        Directory.Operator operator =
                desk.operator(StanzaBridge.address(caller.from())).orElse(null);
        if (operator == null) {
            return Outcome.refused(Condition.FORBIDDEN, "only operators take a pause");
        }
        boolean pause = values.flag(PAUSE);
        desk.pause(operator, pause);
        return Outcome.done(pause ? "You take a pause: nobody is rung." : "You are back: questions come to you again.");
    }
}
