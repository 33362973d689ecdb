package org.tiyanguan.security;

/** What a key of another system may be good for. */
public enum KeyScope {
    FINDINGS_WRITE("findings:write"),
    FINDINGS_READ("findings:read"),
    LEDGER_READ("ledger:read"),
    OPEN311("open311");

    private final String code;

    KeyScope(String code) {
        this.code = code;
    }

    /** As people and documents write it. */
    public String code() {
        return code;
    }

    /** No group of the engine can be named so. */
    public String authority() {
        return "scope:" + code;
    }
}
