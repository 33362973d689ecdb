package org.tiyanguan.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public's first page; somebody who has logged in finds the way to their work here. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "home";
    }
}
