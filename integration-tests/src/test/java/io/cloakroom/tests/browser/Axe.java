package io.cloakroom.tests.browser;

import java.util.List;

/** axe-core, which finds those obstacles that a machine can find. */
public enum Axe {
    /** For a page: WCAG 2.2, levels A and AA, and what axe-core calls best practice. */
    PAGE("wcag2a wcag2aa wcag21a wcag21aa wcag22a wcag22aa best-practice"),
    /** For a mail, which needs no landmarks of its own, being shown within the page of a mail program. */
    MAIL("wcag2a wcag2aa wcag21a wcag21aa wcag22a wcag22aa");

    private static final String LIBRARY = Check.resource("/axe.min.js");

    private final String tags;

    Axe(String tags) {
        this.tags = tags;
    }

    /** Each obstacle on what is shown: the rule, where, and why. */
    public List<String> violations(Chromium chromium) {
        chromium.driver().executeScript(LIBRARY);
        return Check.AXE.answers(chromium, tags);
    }
}
