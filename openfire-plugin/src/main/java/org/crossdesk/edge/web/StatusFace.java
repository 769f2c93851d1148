package org.crossdesk.edge.web;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ServiceStatus;

/**
 * What a website shows of a service.
 *
 * @param service its address
 * @param name what it is called, for this reader
 * @param status how it stands
 * @param text the same in words, for this reader
 * @param language of {@code text}
 */
public record StatusFace(Address service, String name, ServiceStatus status, String text, String language) {}
