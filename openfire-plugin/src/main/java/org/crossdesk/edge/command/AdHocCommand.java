package org.crossdesk.edge.command;

import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;

/** Something a person can do from any client, in one step: with a form, or at once. XEP-0050. */
public interface AdHocCommand {
    /** Its name for programs. */
    String node();

    /** Its name for people who read {@code language}. */
    String name(@Nullable String language);

    /** Whether this caller may see and run it. Asked before each step. */
    boolean allows(Caller caller);

    /** What to fill in (XEP-0004), with defaults; null: it runs at once. */
    @Nullable
    DataForm form(Caller caller);

    /**
     * Runs it.
     *
     * @param values what was filled in, checked against the form; empty where there is none
     */
    Outcome run(Caller caller, FormValues values);
}
