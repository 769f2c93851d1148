package org.crossdesk.edge.web;

/**
 * A file of the frontend.
 *
 * @param name its name; that of a lasting one tells its content too
 * @param type its media type
 * @param lasting whether it never changes under this name
 * @param tag tells its content
 * @param content as it is
 * @param compressed the same, compressed by gzip
 */
record WebFile(String name, String type, boolean lasting, String tag, byte[] content, byte[] compressed) {}
