package org.crossdesk.edge.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossdesk.domain.statistics.Side;
import org.crossdesk.domain.statistics.Tallied;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.StatisticsShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Half hours in files, one a month, a line each: of two lines of the same half hour the later counts. A line that is torn
 * is none, and was not acknowledged either.
 */
public final class StatisticsFiles implements StatisticsShelf {
    private static final String ENDING = ".jsonl";
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsFiles.class);

    private final Path folder;
    private final RecordFormat<Tallied> format = new RecordFormat<>(Tallied.class);

    private record Key(Address service, Side side, long halfHour) {}

    /** The files in this folder, which is made where it isn't there. */
    public StatisticsFiles(Path folder) {
        this.folder = folder;
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    private Path file(YearMonth month) {
        return folder.resolve(month + ENDING);
    }

    @Override
    public synchronized void file(List<Tallied> over) throws JournalException {
        Map<YearMonth, StringBuilder> byMonth = new TreeMap<>();
        // A line of its own, whatever a crash has left of the last one.
        over.forEach(one -> byMonth.computeIfAbsent(month(one.from()), any -> new StringBuilder("\n"))
                .append(format.write(one))
                .append('\n'));
        for (Map.Entry<YearMonth, StringBuilder> one : byMonth.entrySet()) {
            append(file(one.getKey()), one.getValue().toString());
        }
    }

    private void append(Path file, String lines) throws JournalException {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
        } catch (IOException e) {
            throw new JournalException("the statistics can't be written to " + file, e);
        }
    }

    @Override
    public synchronized List<Tallied> read(Instant from, Instant until) throws JournalException {
        Map<Key, Tallied> found = new LinkedHashMap<>();
        YearMonth last = month(until);
        for (YearMonth month = month(from); !month.isAfter(last); month = month.plusMonths(1)) {
            read(file(month), found);
        }
        return found.values().stream()
                .filter(one -> !one.from().isBefore(from) && one.from().isBefore(until))
                .sorted(Comparator.comparingLong(Tallied::halfHour))
                .toList();
    }

    private void read(Path file, Map<Key, Tallied> found) throws JournalException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    read(line, file, found);
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("statistics.none file={}", file);
        } catch (IOException e) {
            throw new JournalException("the statistics can't be read from " + file, e);
        }
    }

    private void read(String line, Path file, Map<Key, Tallied> found) {
        try {
            Tallied one = format.read(RecordFormat.VERSION, line, "half hour");
            found.put(new Key(one.service(), one.side(), one.halfHour()), one);
        } catch (JournalException e) {
            LOG.info("statistics.line.skipped file={} reason={}", file, e.getMessage());
        }
    }

    @Override
    public synchronized void forgetBefore(Instant instant) throws JournalException {
        YearMonth kept = month(instant);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            try {
                if (YearMonth.parse(name.substring(0, name.length() - ENDING.length()))
                        .isBefore(kept)) {
                    Files.delete(file);
                }
            } catch (DateTimeException e) {
                LOG.debug("statistics.file.unknown file={}", file, e);
            } catch (IOException e) {
                throw new JournalException("old statistics can't be deleted: " + file, e);
            }
        }
    }

    private List<Path> files() throws JournalException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(ENDING)).toList());
        } catch (IOException e) {
            throw new JournalException("the folder of the statistics can't be read: " + folder, e);
        }
    }
}
