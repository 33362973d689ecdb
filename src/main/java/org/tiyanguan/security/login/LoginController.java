package org.tiyanguan.security.login;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Controller
class LoginController {

    private final OidcSettings oidc;
    private final SingleSignOn signOn;

    LoginController(OidcSettings oidc, SingleSignOn signOn) {
        this.oidc = oidc;
        this.signOn = signOn;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable SignOnRefusal refused,
            @RequestParam(required = false) @Nullable Ending ended,
            Model model) {
        model.addAttribute("signOn", signOn.begin());
        model.addAttribute("signOnLabel", oidc.label());
        model.addAttribute("refused", refused);
        model.addAttribute("ended", ended);
        return "login";
    }

    /** For somebody who tried too many passwords; nobody comes here otherwise. */
    @PostMapping(RefusedLogin.WAIT)
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String wait(@RequestAttribute("wait") String sentence, Model model) {
        model.addAttribute("wait", sentence);
        return login(null, null, model);
    }

    /** Leads somebody who has logged out on to the identity provider; nobody comes here otherwise. */
    @PostMapping(SingleSignOn.LEAVE)
    String leave() {
        return "leave";
    }
}
