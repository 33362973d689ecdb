package org.tiyanguan.rectification;

import java.util.Map;

/** The city's hotline, which writes down what somebody without an account says. */
final class Hotline {

    private Hotline() {}

    static Map<String, Object> finding() {
        Map<String, Object> finding = Loop.problem();
        finding.put("channel", "HOTLINE");
        finding.remove("officer");
        finding.put("reporterName", "吴女士");
        finding.put("reporterPhone", "13800138000");
        finding.put("reporterEmail", "wu@example.com");
        return finding;
    }
}
