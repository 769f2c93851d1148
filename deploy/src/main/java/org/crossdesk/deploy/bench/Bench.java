package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.util.function.Consumer;
import org.crossdesk.bot.smack.ClientException;

/** A benchmark. Used once. */
public interface Bench {
    /**
     * How it is run.
     *
     * @param rounds how often everything is measured; the median counts
     * @param sessions how many sessions are opened where many are
     * @param progress hears what is being done
     */
    record Setup(int rounds, int sessions, Consumer<String> progress) {}

    /** Measures. */
    Report run(Setup setup) throws IOException, InterruptedException, ClientException;
}
