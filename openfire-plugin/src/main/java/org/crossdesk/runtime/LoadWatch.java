package org.crossdesk.runtime;

/** Hears when an operator has more or fewer sessions than before, so that their presence can say so. */
public interface LoadWatch {
    /** The operator with this handle now has {@code load} sessions. Called by the loop's thread; must not block. */
    void loadChanged(String handle, int load);
}
