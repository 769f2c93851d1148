package org.crossdesk.deploy.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds what people were told is kept against what others saw, end to end. */
final class Judgement {
    private static final int SHOWN_MAX = 20;
    private static final int PERCENTILE = 95;
    private static final long NANOS_PER_MILLISECOND = 1_000_000;

    /** What a sender's last words in a session begin with, said when all is well again. */
    private static final String FINAL = "F";

    /** From when words were kept until they were seen, where somebody was there to see them. */
    private record Travel(long keptNanos, long seenNanos) {}

    private final List<Testimony.OfPatron> patrons;
    private final List<Testimony.OfOperator> operators;
    private final List<String> troubles = new ArrayList<>();
    private final List<Travel> travels = new ArrayList<>();
    private int sent;
    private int delivered;
    private int notDelivered;
    private int unconfirmed;
    private int lost;
    private int doubled;
    private int outOfOrder;
    private int ownersWrong;

    private Judgement(List<Testimony.OfPatron> patrons, List<Testimony.OfOperator> operators) {
        this.patrons = patrons;
        this.operators = operators;
    }

    /** Judges by what people say at the end. */
    static Judgement of(List<Testimony.OfPatron> patrons, List<Testimony.OfOperator> operators) {
        Judgement judgement = new Judgement(patrons, operators);
        judgement.everythingIsConfirmed();
        judgement.patronsWords();
        judgement.transcriptsBeginAtTheBeginning();
        judgement.operatorsWords();
        judgement.owners();
        return judgement;
    }

    private void everythingIsConfirmed() {
        patrons.forEach(patron -> confirmed(patron.unconfirmed(), "patron" + patron.number()));
        operators.forEach(operator -> confirmed(operator.unconfirmed(), name(operator)));
    }

    private void confirmed(@Nullable String waiting, String who) {
        if (waiting != null) {
            unconfirmed++;
            trouble(waiting + ": never confirmed to " + who);
        }
    }

    /** What a patron said is in the sight of an operator; whoever sees a part of it sees it in order and whole. */
    private void patronsWords() {
        Map<String, Long> firstSeen = new HashMap<>();
        Map<String, Long> somebodyThere = new HashMap<>();
        for (Testimony.OfOperator operator : operators) {
            for (Testimony.Stint stint : operator.stints()) {
                inOrder(name(operator), stint.lines());
                for (Testimony.Heard line : stint.lines()) {
                    if (firstSeen.merge(line.body(), line.atNanos(), Math::min) == line.atNanos()) {
                        somebodyThere.put(line.body(), stint.sinceNanos());
                    }
                }
            }
        }
        for (Testimony.OfPatron patron : patrons) {
            for (Conversation.Kept kept : patron.kept()) {
                // What was kept before that operator was rung waited for an operator, not for a link.
                boolean travels = somebodyThere.getOrDefault(kept.body(), Long.MAX_VALUE) < kept.atNanos();
                count(kept, firstSeen.get(kept.body()), travels, "said by patron" + patron.number());
            }
        }
    }

    private void count(Conversation.Kept kept, @Nullable Long seen, boolean timed, String whose) {
        sent++;
        if (seen == null) {
            lost++;
            trouble(kept.body() + ": " + whose + ", and seen by nobody");
        } else {
            delivered++;
            if (timed) {
                travels.add(new Travel(kept.atNanos(), seen));
            }
        }
    }

    private void inOrder(String who, List<Testimony.Heard> lines) {
        long before = 0;
        Set<String> seen = new HashSet<>();
        for (Testimony.Heard line : lines) {
            long number = number(line.body());
            if (!seen.add(line.body())) {
                doubled++;
                trouble(line.body() + ": twice at " + who);
            } else if (before > 0 && number < before) {
                outOfOrder++;
                trouble(line.body() + ": after " + before + " at " + who);
            } else if (before > 0 && number > before + 1) {
                lost++;
                trouble(line.body() + ": after " + before + " at " + who + ", without what is between");
            }
            before = Math.max(before, number);
        }
    }

    private static long number(String body) {
        return Long.parseLong(body.substring(body.lastIndexOf('.') + 1));
    }

    /** Whoever gets a session gets it from its first line on. */
    private void transcriptsBeginAtTheBeginning() {
        Map<String, Long> first = new HashMap<>();
        forEachStint((operator, lines) ->
                first.merge(operator.session(), number(lines.get(0).body()), Math::min));
        forEachStint((operator, lines) -> {
            long begins = number(lines.get(0).body());
            if (begins != first.getOrDefault(operator.session(), begins)) {
                lost++;
                trouble(lines.get(0).body() + ": the first that " + name(operator)
                        + " has, and not the session's first");
            }
        });
    }

    /** Somebody and what they saw in one of their times, if they saw anything. */
    @FunctionalInterface
    private interface StintReader {
        void read(Testimony.OfOperator operator, List<Testimony.Heard> lines);
    }

    private void forEachStint(StintReader reader) {
        operators.forEach(operator -> operator.stints().stream()
                .map(Testimony.Stint::lines)
                .filter(lines -> !lines.isEmpty())
                .forEach(lines -> reader.read(operator, lines)));
    }

    /** What an operator said came to a patron once, in order, or the operator heard that it did not. */
    private void operatorsWords() {
        Map<String, Long> heard = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (Testimony.OfPatron patron : patrons) {
            for (Testimony.Heard words : patron.heard()) {
                if (!words.body().startsWith("O") && !words.body().startsWith(FINAL)) {
                    continue;
                }
                if (heard.putIfAbsent(words.body(), words.atNanos()) != null) {
                    doubled++;
                    trouble(words.body() + ": twice at patron" + patron.number());
                }
                String talk = words.body().substring(1, words.body().lastIndexOf('.'));
                long number = number(words.body());
                if (number < last.getOrDefault(talk, 0L)) {
                    outOfOrder++;
                    trouble(words.body() + ": after " + last.get(talk) + " at patron" + patron.number());
                }
                last.merge(talk, number, Math::max);
            }
        }
        for (Testimony.OfOperator operator : operators) {
            for (Conversation.Kept kept : operator.kept()) {
                if (operator.notDelivered().contains(kept.body()) && !heard.containsKey(kept.body())) {
                    sent++;
                    notDelivered++;
                } else {
                    count(kept, heard.get(kept.body()), true, "said by " + name(operator));
                }
            }
        }
    }

    /**
     * At the end every operator says something in every session they ever saw: one of each patron's reaches them, that one
     * has the patron's last line, and nobody else believes to have that session.
     */
    private void owners() {
        Set<String> owned = new HashSet<>();
        for (Testimony.OfPatron patron : patrons) {
            Set<String> speakers = new TreeSet<>();
            for (Testimony.Heard words : patron.heard()) {
                if (words.body().startsWith(FINAL)) {
                    speakers.add(words.body().substring(1, words.body().lastIndexOf('.')));
                }
            }
            owned.addAll(speakers);
            if (speakers.size() != 1) {
                ownersWrong++;
                trouble("patron" + patron.number() + " is answered at the end by " + speakers);
            }
            operators.stream()
                    .filter(operator -> speakers.contains(operator.number() + "." + operator.session()))
                    .forEach(operator -> hasTheLastLine(operator, patron));
        }
        for (Testimony.OfOperator operator : operators) {
            if (operator.open() != owned.contains(operator.number() + "." + operator.session())) {
                ownersWrong++;
                trouble(name(operator)
                        + (operator.open() ? " believes to have it" : " does not know that they have it"));
            }
        }
    }

    private void hasTheLastLine(Testimony.OfOperator operator, Testimony.OfPatron patron) {
        List<Conversation.Kept> kept = patron.kept();
        List<Testimony.Stint> stints = operator.stints();
        List<Testimony.Heard> lines =
                stints.isEmpty() ? List.of() : stints.get(stints.size() - 1).lines();
        String last = lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1).body();
        if (!kept.isEmpty() && !last.equals(kept.get(kept.size() - 1).body())) {
            lost++;
            trouble(name(operator) + " has " + last + " last, and not "
                    + kept.get(kept.size() - 1).body());
        }
    }

    private static String name(Testimony.OfOperator operator) {
        return "operator" + operator.number() + " in " + operator.session();
    }

    private void trouble(String text) {
        troubles.add(text);
    }

    /** How long, in milliseconds, words that waited when all was well again took from then on, the shortest first. */
    private List<Long> waysAfter(List<Faults.Healed> healed, boolean kill) {
        return healed.stream()
                .filter(moment -> moment.afterKill() == kill)
                .flatMap(moment -> travels.stream()
                        .filter(travel ->
                                travel.keptNanos() < moment.sinceNanos() && travel.seenNanos() > moment.sinceNanos())
                        .map(travel -> (travel.seenNanos() - moment.sinceNanos()) / NANOS_PER_MILLISECOND))
                .sorted()
                .toList();
    }

    /** In words, beside what was promised. */
    List<String> ways(List<Faults.Healed> healed) {
        List<String> lines = new ArrayList<>();
        for (boolean kill : new boolean[] {false, true}) {
            List<Long> ways = waysAfter(healed, kill);
            if (!ways.isEmpty()) {
                long longest = ways.get(ways.size() - 1);
                boolean late = !kill && longest > Faults.THROUGH_MAX_MILLISECONDS;
                lines.add("%-36s %7d ms, p%d %d ms, of %d that waited%s"
                        .formatted(
                                "longest way after " + (kill ? "a start" : "a link was whole"),
                                longest,
                                PERCENTILE,
                                ways.get((ways.size() - 1) * PERCENTILE / 100),
                                ways.size(),
                                late ? " (goal 5000 ms: NOT MET)" : ""));
            }
        }
        return lines;
    }

    boolean clean() {
        return unconfirmed + lost + doubled + outOfOrder + ownersWrong == 0;
    }

    /** The table, and the first things that are wrong. */
    List<String> inWords() {
        List<String> lines = new ArrayList<>(List.of(
                row("messages kept", sent),
                row("delivered", delivered),
                row("told that it was not", notDelivered),
                row("never confirmed", unconfirmed),
                row("lost", lost),
                row("doubled", doubled),
                row("out of order", outOfOrder),
                row("sessions with other than one owner", ownersWrong)));
        troubles.stream().limit(SHOWN_MAX).forEach(trouble -> lines.add("  " + trouble));
        return lines;
    }

    static String row(String what, long count) {
        return "%-36s %7d".formatted(what, count);
    }
}
