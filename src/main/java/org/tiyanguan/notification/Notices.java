package org.tiyanguan.notification;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells people what happened. */
@Component
public class Notices {

    public void toGroup(String group, String template, String number, Map<String, String> facts) {}

    public void toUser(String userId, String template, String number, Map<String, String> facts) {}

    public void toAddress(String address, String template, String number, Map<String, String> facts) {}
}
