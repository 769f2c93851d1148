package org.crossdesk.deploy.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds what people were told is kept against what others saw, end to end. */
final class Judgement {
    private static final int SHOWN_MAX = 20;

    private final List<Patron> patrons;
    private final List<Operator> operators;
    private final List<String> troubles = new ArrayList<>();
    private final List<long[]> travels = new ArrayList<>();
    private int sent;
    private int delivered;
    private int notDelivered;
    private int lost;
    private int doubled;
    private int outOfOrder;
    private int ownersWrong;

    private Judgement(List<Patron> patrons, List<Operator> operators) {
        this.patrons = patrons;
        this.operators = operators;
    }

    /** Judges what has happened; nobody may say anything meanwhile. */
    static Judgement of(List<Patron> patrons, List<Operator> operators) {
        Judgement judgement = new Judgement(patrons, operators);
        judgement.patronsWords();
        judgement.operatorsWords();
        judgement.owners();
        return judgement;
    }

    /** What a patron said is in the sight of an operator; whoever sees a part of it sees it in order and whole. */
    private void patronsWords() {
        Map<String, Patron.Heard> firstSeen = new HashMap<>();
        for (Operator operator : operators) {
            for (Operator.Contact contact : operator.contacts()) {
                for (Operator.Stint stint : contact.stints()) {
                    inOrder("operator" + operator.number() + " " + contact.session(), stint.lines());
                    stint.lines().forEach(line -> firstSeen.merge(line.body(), line, Judgement::earlier));
                }
            }
        }
        for (Patron patron : patrons) {
            for (Conversation.Kept kept : patron.desk().kept()) {
                count(kept, firstSeen.get(kept.body()), "patron" + patron.number() + " was never read");
            }
        }
    }

    private static Patron.Heard earlier(Patron.Heard one, Patron.Heard other) {
        return one.atNanos() <= other.atNanos() ? one : other;
    }

    private void count(Conversation.Kept kept, Patron.@Nullable Heard seen, String trouble) {
        sent++;
        if (seen == null) {
            lost++;
            trouble(kept.body() + ": " + trouble);
        } else {
            delivered++;
            if (!seen.delayed()) {
                // What is delayed waited for an operator, not for a link.
                travels.add(new long[] {kept.atNanos(), seen.atNanos()});
            }
        }
    }

    private void inOrder(String who, List<Patron.Heard> lines) {
        long before = 0;
        Set<String> seen = new HashSet<>();
        for (Patron.Heard line : lines) {
            long number = Long.parseLong(line.body().substring(line.body().indexOf('.') + 1));
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

    /** What an operator said came to a patron once, in order, or the operator heard that it did not. */
    private void operatorsWords() {
        Map<String, Patron.Heard> heard = new HashMap<>();
        Map<String, Integer> last = new HashMap<>();
        for (Patron patron : patrons) {
            for (Patron.Heard words : patron.heard()) {
                if (!words.body().startsWith("O") && !words.body().startsWith("F")) {
                    continue;
                }
                if (heard.putIfAbsent(words.body(), words) != null) {
                    doubled++;
                    trouble(words.body() + ": twice at patron" + patron.number());
                }
                int dot = words.body().lastIndexOf('.');
                String talk = words.body().substring(1, dot);
                int number = Integer.parseInt(words.body().substring(dot + 1));
                if (number < last.getOrDefault(talk, 0)) {
                    outOfOrder++;
                    trouble(words.body() + ": after " + last.get(talk) + " at patron" + patron.number());
                }
                last.merge(talk, number, Math::max);
            }
        }
        for (Operator operator : operators) {
            for (Operator.Contact contact : operator.contacts()) {
                for (Conversation.Kept kept : contact.talk().kept()) {
                    if (contact.notDelivered().contains(kept.body()) && !heard.containsKey(kept.body())) {
                        sent++;
                        notDelivered++;
                    } else {
                        count(kept, heard.get(kept.body()), "said by operator" + operator.number());
                    }
                }
            }
        }
    }

    /** At the end every operator says something in every session they ever saw: one of each session's reaches its patron. */
    private void owners() {
        for (Patron patron : patrons) {
            Map<String, Set<String>> speakers = new LinkedHashMap<>();
            for (Patron.Heard words : patron.heard()) {
                if (words.body().startsWith("F")) {
                    String[] parts = words.body().substring(1).split("\\.");
                    speakers.computeIfAbsent(parts[1], any -> new HashSet<>()).add(parts[0]);
                }
            }
            int all = speakers.values().stream().mapToInt(Set::size).sum();
            if (all != 1) {
                ownersWrong++;
                trouble("patron" + patron.number() + " is answered at the end by " + speakers);
            }
        }
    }

    private void trouble(String text) {
        troubles.add(text);
    }

    /** The longest time, in milliseconds, that words which waited when all was well again took from then on. */
    Map<String, Long> longestAfter(List<Faults.Healed> healed) {
        Map<String, Long> longest = new TreeMap<>();
        for (Faults.Healed moment : healed) {
            long worst = travels.stream()
                    .filter(travel -> travel[0] < moment.sinceNanos() && travel[1] > moment.sinceNanos())
                    .mapToLong(travel -> (travel[1] - moment.sinceNanos()) / 1_000_000)
                    .max()
                    .orElse(0);
            longest.merge(moment.afterKill() ? "after a start" : "after a link is whole", worst, Math::max);
        }
        return longest;
    }

    boolean clean() {
        return lost + doubled + outOfOrder + ownersWrong == 0;
    }

    /** The table, and the first things that are wrong. */
    List<String> inWords() {
        List<String> lines = new ArrayList<>(List.of(
                row("messages kept", sent),
                row("delivered", delivered),
                row("told that it was not", notDelivered),
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
