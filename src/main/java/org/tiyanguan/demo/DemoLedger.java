package org.tiyanguan.demo;

import java.util.ArrayList;
import java.util.List;

/** The ledger's plan: what was closed in fourteen months, and what is open, in every state. */
final class DemoLedger {

    /** Working days: fourteen months. */
    private static final int FIRST = 292;

    private static final int LAST_CLOSED = 9;
    private static final int CLOSED = 112;
    private static final int ANSWERED = 5;

    /**
     * How one department works: every how many findings it is late, or is sent back to work, and how it is rated
     * mostly.
     */
    private record Manner(String department, int late, int rework, int rating) {}

    private static final List<Manner> MANNERS = List.of(
            new Manner("gongan", 5, 8, 4),
            new Manner("shebao", 8, 11, 5),
            new Manner("shuiwu", 7, 6, 4),
            new Manner("zijian", 3, 5, 3),
            new Manner("ziran", 4, 4, 3),
            new Manner("shichang", 6, 9, 4),
            new Manner("gongjijin", 15, 13, 5));

    /** Has so few that it is not ranked. */
    private static final Manner RARE = new Manner("yibao", 4, 6, 4);

    private static final int RARELY = 16;
    private static final int[] RATED = {0, 0, -1, 1, 0};

    private final DemoDays days;
    private final List<DemoCase> cases = new ArrayList<>();

    private DemoLedger(DemoDays days) {
        this.days = days;
    }

    static List<DemoCase> cases(DemoDays days) {
        DemoLedger ledger = new DemoLedger(days);
        ledger.closed();
        ledger.gongan();
        ledger.others();
        ledger.center();
        return ledger.cases;
    }

    private void closed() {
        for (int n = 0; n < CLOSED; n++) {
            Manner manner = n % RARELY == RARELY - 1 ? RARE : MANNERS.get((n - n / RARELY) % MANNERS.size());
            add(closed(manner, n / MANNERS.size(), n), ago(n, CLOSED));
        }
        for (int n = 0; n < ANSWERED; n++)
            add(
                    course(MANNERS.get(n).department, n, "NORMAL").triaged("ANSWER", "该事项已开通网上办理，无需到窗口，欢迎使用。"),
                    ago(n, ANSWERED));
    }

    /** More and more over time. */
    private static int ago(int n, int of) {
        return LAST_CLOSED + (int) ((FIRST - LAST_CLOSED) * Math.pow(1 - (double) n / of, 1.4));
    }

    private DemoCourse closed(Manner manner, int turn, int n) {
        String urgency = turn % 11 == 5 ? "CRITICAL" : turn % 3 == 0 ? "URGENT" : "NORMAL";
        DemoFinding finding = DemoFinding.of(manner.department, turn);
        DemoCourse course = new DemoCourse(finding, n, urgency);
        boolean late = turn % manner.late == 2;
        boolean hotline = turn % RARELY == 4;
        if (hotline) course.byHotline();
        // One day late is a yellow card, three are a red one.
        course.accepted().done(late ? finding.daysFor(urgency) + 1 + turn % 2 * 3 : 1 + n % 2);
        if (turn % manner.rework == 3) course.reworked().done(2);
        course.verified();
        if (hotline) return course;
        if (turn % RARELY == 7) course.objected().verified();
        // Silence counts as confirmed.
        if (turn % RARELY == 9) return course;
        return course.confirmed(Math.max(1, Math.min(5, manner.rating + RATED[turn % RATED.length] - (late ? 2 : 0))));
    }

    /** Something in each of a department's tasks, for the first look. */
    private void gongan() {
        add(course("gongan", 0, "NORMAL").assigned(), 0);
        add(course("gongan", 1, "URGENT").assigned(), 3);
        add(course("gongan", 2, "NORMAL").accepted(), 1);
        add(course("gongan", 3, "URGENT").accepted(), 3);
        add(course("gongan", 4, "NORMAL").accepted(), 10);
        add(course("gongan", 5, "NORMAL").accepted().done(2).reworked(), 1);
        add(course("gongan", 6, "NORMAL").accepted().wantsTime(3, days.day(-20)), 1);
        add(course("gongan", 7, "NORMAL").sentBack(), 2);
        add(course("gongan", 8, "URGENT").accepted().done(2), 1);
        add(course("gongan", 9, "NORMAL").accepted().done(3).verified(), 2);
    }

    private void others() {
        add(course("shebao", 10, "NORMAL").assigned(), 1);
        add(course("shebao", 11, "NORMAL").accepted(), 2);
        add(course("shuiwu", 12, "NORMAL").assigned(), 0);
        add(course("shuiwu", 13, "NORMAL").accepted(), 4);
        add(course("shuiwu", 14, "URGENT").accepted().done(2).verified(), 3);
        add(course("zijian", 15, "NORMAL").accepted(), 9);
        add(course("zijian", 16, "NORMAL").accepted(), 5);
        add(course("ziran", 17, "NORMAL").assigned(), 2);
        add(course("ziran", 18, "CRITICAL").accepted(), 7);
        add(course("ziran", 19, "NORMAL").accepted().done(4), 2);
        add(course("shichang", 20, "NORMAL").accepted(), 6);
        add(course("shichang", 21, "NORMAL").accepted().wantsTime(2, days.day(-25)), 0);
        add(course("shichang", 22, "NORMAL").accepted().done(5).verified(), 1);
        add(course("gongjijin", 23, "NORMAL").assigned(), 1);
        add(course("gongjijin", 24, "NORMAL").accepted().done(2).verified(), 2);
        add(course("yibao", 25, "NORMAL").accepted(), 3);
        add(course("yibao", 26, "URGENT").accepted(), 5);
        DemoCase red = add(course("shebao", 27, "NORMAL").accepted(), 15);
        add(course("shebao", 29, "NORMAL").byHotline().merged(red), 9);
        add(course("shebao", 31, "NORMAL").merged(red), 4);
    }

    private void center() {
        add(course("gongan", 32, "NORMAL"), 0);
        add(course("zijian", 33, "URGENT"), 0);
        add(course("yibao", 34, "NORMAL").byHotline(), 1);
        add(course("ziran", 35, "NORMAL"), 2);
        add(course("shuiwu", 36, "NORMAL").taken(), 0);
        add(course("gongjijin", 37, "NORMAL").taken(), 1);
    }

    private static DemoCourse course(String department, int serial, String urgency) {
        return new DemoCourse(DemoFinding.of(department, serial), serial, urgency);
    }

    private DemoCase add(DemoCourse course, int ago) {
        DemoCase one = course.ending(ago, days);
        cases.add(one);
        return one;
    }
}
