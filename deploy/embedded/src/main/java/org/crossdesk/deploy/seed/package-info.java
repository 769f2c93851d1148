/** What a library's server is to hold when it starts: settings, groups and accounts, and the file that carries them. */
@NullMarked
package org.crossdesk.deploy.seed;

import org.jspecify.annotations.NullMarked;
