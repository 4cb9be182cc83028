package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.oidc.DemoApp;
import java.util.List;
import java.util.Optional;

/**
 * The two posts of a login at one size of realm or cluster, and beside them a page for which nobody is looked up: sizes
 * can't be measured in turns, and what this page takes tells how much the machine has changed in between.
 */
record Posts(Sample address, Sample code, Sample page) {

    static Posts none() {
        return new Posts(new Sample(), new Sample(), new Sample());
    }

    void add(CodeLogin login) {
        address.add(login.address());
        code.add(login.code());
    }

    void addPage(Site site) {
        page.add(Visit.to(DemoApp.of(site.realm().issuer())).nanos());
    }

    /** What they are beside others. */
    List<Finding> against(Posts other, String what, Optional<Must> must) {
        return List.of(
                finding("POST of the address, " + what, address, other.address, must),
                finding("POST of the code, " + what, code, other.code, must),
                finding("page with the address field (drift), " + what, page, other.page, Optional.empty()));
    }

    private static Finding finding(String what, Sample measured, Sample against, Optional<Must> must) {
        double ratio = measured.medianMillis() / against.medianMillis();
        return new Finding(what, measured.toString(), against.toString(), ratio, "", must);
    }
}
