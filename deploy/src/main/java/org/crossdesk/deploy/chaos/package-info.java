/** The network under faults: links that are cut, stall or crawl, servers that are killed, and who noticed. */
@NullMarked
package org.crossdesk.deploy.chaos;

import org.jspecify.annotations.NullMarked;
