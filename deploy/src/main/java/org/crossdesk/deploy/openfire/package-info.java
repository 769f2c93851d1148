/** One Openfire as a child process: its home folder, its settings, and the ways to start and end it. */
@NullMarked
package org.crossdesk.deploy.openfire;

import org.jspecify.annotations.NullMarked;
