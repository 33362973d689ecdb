package org.tiyanguan.colleague;

import org.springframework.stereotype.Component;

/** Lets a test do what {@link DeputyWork} does each night. */
@Component
public class GivenBack {

    private final DeputyWork work;

    GivenBack(DeputyWork work) {
        this.work = work;
    }

    public void now() {
        work.giveBack();
    }
}
