package org.crossdesk.edge.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossdesk.domain.competence.scheme.Concept;
import org.crossdesk.domain.competence.scheme.Scheme;
import org.crossdesk.domain.competence.scheme.SchemeBook;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schemes of this desk: the general one, which ships; those whose files lie in a folder; and the library's own, which
 * its coordinator adds to. Safe for several threads.
 */
public final class Schemes implements SubjectOrder {
    private static final Logger LOG = LoggerFactory.getLogger(Schemes.class);
    private static final String GENERAL_FILE = "subjects.ttl";

    private final Path folder;
    private final OwnScheme own;
    private volatile SchemeBook book;

    /** The schemes of {@code library}; until {@link #load} it has the general one alone. */
    public Schemes(Path folder, String library) {
        this.folder = folder;
        this.own = new OwnScheme(folder, library);
        this.book = new SchemeBook(List.of(general()));
    }

    private static Scheme general() {
        try (InputStream in = Schemes.class.getResourceAsStream(GENERAL_FILE)) {
            if (in == null) {
                throw new IllegalStateException(GENERAL_FILE + " is missing from the plugin");
            }
            Scheme read = SkosFile.read(in, Subject.GENERAL_SCHEME + ".ttl").scheme();
            if (!read.uri().equals(Subject.GENERAL_SCHEME_URI)) {
                throw new IllegalStateException(GENERAL_FILE + " holds another scheme");
            }
            return read;
        } catch (IOException | SchemeException e) {
            throw new IllegalStateException("the scheme that ships can't be read", e);
        }
    }

    /** Reads the files of the folder. One that can't be used is named in the log, and what was read before stays. */
    public void load() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> SkosFile.isOne(String.valueOf(file.getFileName())))
                    .sorted()
                    .forEach(this::load);
        } catch (IOException e) {
            LOG.error("schemes.folder.unreadable reason={}", e.getMessage());
        }
    }

    private synchronized void load(Path file) {
        try {
            SkosFile.Read read = SkosFile.read(file);
            if (read.scheme().name().equals(Subject.GENERAL_SCHEME)) {
                throw new SchemeException(file.getFileName() + " has the name of the scheme that ships: rename it");
            }
            book = book.with(read.scheme());
            LOG.info(
                    "scheme.loaded name={} concepts={} oddities={}",
                    read.scheme().name(),
                    read.scheme().size(),
                    read.oddities().count());
            if (!String.valueOf(file.getFileName()).equals(OwnScheme.FILE)) {
                // Our own concepts stand below those of other schemes, which is nothing odd.
                read.oddities()
                        .lines()
                        .forEach(line ->
                                LOG.warn("scheme.odd name={} {}", read.scheme().name(), line));
            }
        } catch (SchemeException e) {
            LOG.error("scheme.refused {}", e.getMessage());
        }
    }

    /** What there is now. */
    public SchemeBook book() {
        return book;
    }

    /** Reads what somebody types: see {@link SchemeBook#subject}. */
    public Function<String, Subject> reader() {
        return typed -> {
            int colon = typed.lastIndexOf(':');
            boolean level = colon > 0 && typed.substring(colon + 1).matches("\\p{Nd}");
            String words = (level ? typed.substring(0, colon) : typed).strip();
            return book.subject(words, level ? Integer.parseInt(typed.substring(colon + 1)) : Subject.LEVEL_MIN);
        };
    }

    /**
     * Adds a concept to the library's own scheme, or replaces the one of that code.
     *
     * @param broader what it is below, typed as any subject; none: nothing
     * @throws IllegalArgumentException where something is wrong with it
     */
    public synchronized Concept add(String code, List<Label> labels, @Nullable String broader) throws SchemeException {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > 60) {
            throw new IllegalArgumentException("code: a-z, 0-9 and single hyphens, at most 60 characters");
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("labels: at least one, such as: en law of qanats");
        }
        String above = broader == null
                ? null
                : book.subject(broader, Subject.LEVEL_MIN).uri();
        if (own.uri(code).equals(above)) {
            throw new IllegalArgumentException("broader: a concept is not above itself");
        }
        Scheme before = book.schemes().stream()
                .filter(scheme -> scheme.name().equals(SkosFile.name(OwnScheme.FILE)))
                .findFirst()
                .orElse(null);
        own.add(before, code, labels, above);
        load(folder.resolve(OwnScheme.FILE));
        Concept added = book.byUri(own.uri(code));
        if (added == null) {
            throw new SchemeException("the concept is written down, and could not be read again; the log says why");
        }
        return added;
    }

    @Override
    public Relation relation(Subject has, Subject need) {
        return book.relation(has, need);
    }
}
