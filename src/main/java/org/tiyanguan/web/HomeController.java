package org.tiyanguan.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public's first page; somebody who has logged in finds the way to their work here. */
@Controller
class HomeController {

    private final List<Announcements> announcements;

    private final List<PublicNumbers> numbers;

    HomeController(List<Announcements> announcements, List<PublicNumbers> numbers) {
        this.announcements = announcements;
        this.numbers = numbers;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute(
                "announcements",
                announcements.stream().flatMap(a -> a.current().stream()).toList());
        model.addAttribute(
                "numbers",
                numbers.stream().flatMap(some -> some.publicNumbers().stream()).toList());
        return "home";
    }
}
