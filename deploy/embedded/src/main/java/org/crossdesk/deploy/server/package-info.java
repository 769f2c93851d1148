/** The process of one library's Openfire: it fills the database, starts the server, and ends when it is told to or when its parent is gone. */
@NullMarked
package org.crossdesk.deploy.server;

import org.jspecify.annotations.NullMarked;
