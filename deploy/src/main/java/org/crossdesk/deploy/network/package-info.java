/** A federated network of libraries on one machine: the plan of it, its start, and what can be done to each library. */
@NullMarked
package org.crossdesk.deploy.network;

import org.jspecify.annotations.NullMarked;
