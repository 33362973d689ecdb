package org.tiyanguan.security;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LoginPage {

    private final LoginSettings settings;

    LoginPage(LoginSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("lockMinutes", settings.lockMinutes());
        return "login";
    }
}
