/** The ad-hoc commands of a desk and of a session's contact. */
@NullMarked
package org.crossdesk.edge.command.desk;

import org.jspecify.annotations.NullMarked;
