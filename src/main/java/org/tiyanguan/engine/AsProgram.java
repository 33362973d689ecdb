package org.tiyanguan.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Runs what is the program's own doing: the engine neither asks what the person may, nor tells of it as their act. */
@Component
public class AsProgram {

    private final IdentityService identity;

    AsProgram(IdentityService identity) {
        this.identity = identity;
    }

    public void run(Runnable act) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            act.run();
        } finally {
            if (person != null) identity.setAuthentication(person);
        }
    }
}
