/** Runs the pure machines: one queue in, one group commit, effects out, timers and replay; and the ports it needs. */
@NullMarked
package org.crossdesk.runtime;

import org.jspecify.annotations.NullMarked;
