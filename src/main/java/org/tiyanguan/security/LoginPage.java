package org.tiyanguan.security;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginPage {

    private final LoginSettings settings;
    private final OidcSettings oidc;
    private final SingleSignOn signOn;

    LoginPage(LoginSettings settings, OidcSettings oidc, SingleSignOn signOn) {
        this.settings = settings;
        this.oidc = oidc;
        this.signOn = signOn;
    }

    @GetMapping("/login")
    String login(@RequestParam(required = false) SignOnRefusal refused, @RequestParam(required = false) Ending ended, Model model) {
        model.addAttribute("lockMinutes", settings.lockMinutes());
        model.addAttribute("signOn", signOn.begin());
        model.addAttribute("signOnLabel", oidc.label());
        model.addAttribute("refused", refused);
        model.addAttribute("ended", ended);
        return "login";
    }

    /** Leads somebody who has logged out on to the identity provider; nobody comes here otherwise. */
    @PostMapping(SingleSignOn.LEAVE)
    String leave() {
        return "leave";
    }
}
