package org.tiyanguan.officer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/** Where a newly appointed officer sets the account's first password. */
@Controller
class ActivationController {

    private final Activations activations;
    private final Texts texts;

    ActivationController(Activations activations, Texts texts) {
        this.activations = activations;
        this.texts = texts;
    }

    @GetMapping("/activate/{token}")
    ModelAndView show(@PathVariable String token) {
        return page(token, null, HttpStatus.OK);
    }

    @PostMapping("/activate/{token}")
    ModelAndView activate(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        if (!password.equals(again)) return page(token, texts.of("officer.refusal.differs"), HttpStatus.BAD_REQUEST);
        try {
            if (activations.activate(token, password)) return new ModelAndView("redirect:/login?activated");
            return page(token, null, HttpStatus.GONE);
        } catch (Refusal refusal) {
            return page(token, refusal.getMessage(), HttpStatus.BAD_REQUEST);
        }
    }

    /** A used or old link has no account. */
    private ModelAndView page(String token, @Nullable String fault, HttpStatus status) {
        Optional<String> account = activations.account(token);
        return new ModelAndView("officer/activate", account.isPresent() ? status : HttpStatus.GONE)
                .addObject("account", account.orElse(null))
                .addObject("token", token)
                .addObject("fault", fault);
    }
}
