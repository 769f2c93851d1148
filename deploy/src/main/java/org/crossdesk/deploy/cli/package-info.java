/** The commands a person types. */
@NullMarked
package org.crossdesk.deploy.cli;

import org.jspecify.annotations.NullMarked;
