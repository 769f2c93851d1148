/** What the demo does with its network: sets up the services, puts operators on duty, and plays the story. */
@NullMarked
package org.crossdesk.deploy.demo;

import org.jspecify.annotations.NullMarked;
