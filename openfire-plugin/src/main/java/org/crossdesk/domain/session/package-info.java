/** One patron's conversation at the home desk, which orders everything in it and decides who owns it. */
@NullMarked
package org.crossdesk.domain.session;

import org.jspecify.annotations.NullMarked;
