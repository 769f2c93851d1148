/** Measures what the desk costs, always beside what people pay who write to each other without one. */
@NullMarked
package org.crossdesk.deploy.bench;

import org.jspecify.annotations.NullMarked;
