/** What an administrator sets, read once and checked, and the desk's words in every language it has. */
@NullMarked
package org.crossdesk.edge.config;

import org.jspecify.annotations.NullMarked;
