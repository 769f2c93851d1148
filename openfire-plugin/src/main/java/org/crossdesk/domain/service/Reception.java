package org.crossdesk.domain.service;

/**
 * What a library's services ask of patrons beside the talk, and take from them.
 *
 * @param form what is asked before the first line
 * @param files which files may be sent in a session
 * @param survey whether it is asked how it was when a conversation is over
 */
public record Reception(PatronForm form, FileRules files, boolean survey) {}
