package org.tiyanguan.api.clients;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.api.keys.Client;
import org.tiyanguan.api.keys.ClientForm;
import org.tiyanguan.api.keys.Clients;
import org.tiyanguan.api.webhooks.WebhookEvent;
import org.tiyanguan.api.webhooks.Webhooks;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.security.KeyScope;

/** The pages on which an administrator makes and withdraws other systems' keys, and sets where they hear of what. */
@Controller
@RequestMapping("/admin/clients")
class ClientController {

    private final Clients clients;
    private final Webhooks webhooks;
    private final ApiTexts texts;

    ClientController(Clients clients, Webhooks webhooks, ApiTexts texts) {
        this.clients = clients;
        this.webhooks = webhooks;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView all() {
        return list(ClientForm.EMPTY, List.of());
    }

    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "") String perMinute,
            RedirectAttributes next) {
        ClientForm form = new ClientForm(name, contact, scopes, perMinute);
        try {
            Clients.Made made = clients.make(form);
            next.addFlashAttribute("key", made.key());
            return new ModelAndView("redirect:/admin/clients/" + made.id());
        } catch (Refusal refusal) {
            ModelAndView page = list(form, refusal.faults());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable long id) {
        Optional<Webhooks.Webhook> webhook = webhooks.of(client(id).id());
        return page(
                id,
                webhook.map(Webhooks.Webhook::url).orElse(""),
                webhook.map(Webhooks.Webhook::eventSet).orElse(Set.of()),
                List.of());
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes next) {
        clients.withdraw(client(id).id());
        next.addFlashAttribute("done", texts.of("client.withdrawn"));
        return "redirect:/admin/clients/" + id;
    }

    @PostMapping("/{id}/webhook")
    ModelAndView setWebhook(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> events,
            RedirectAttributes next) {
        try {
            next.addFlashAttribute("secret", webhooks.set(client(id), url.strip(), events));
            next.addFlashAttribute("done", texts.of("webhook.saved"));
            return new ModelAndView("redirect:/admin/clients/" + id);
        } catch (Refusal refusal) {
            ModelAndView page = page(id, url, Set.copyOf(events), refusal.faults());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @PostMapping("/{id}/webhook/remove")
    String removeWebhook(@PathVariable long id, RedirectAttributes next) {
        webhooks.remove(client(id));
        next.addFlashAttribute("done", texts.of("webhook.removed"));
        return "redirect:/admin/clients/" + id;
    }

    @PostMapping("/{id}/webhook/test")
    String testWebhook(@PathVariable long id, RedirectAttributes next) {
        if (webhooks.of(client(id).id()).isEmpty()) throw new NotFound();
        webhooks.test(id);
        next.addFlashAttribute("done", texts.of("webhook.tested"));
        return "redirect:/admin/clients/" + id;
    }

    private ModelAndView page(long id, String url, Set<String> events, List<Fault> faults) {
        return new ModelAndView("admin/client")
                .addObject("client", client(id))
                .addObject("webhook", webhooks.of(id).orElse(null))
                .addObject("url", url)
                .addObject("wanted", events)
                .addObject(
                        "events",
                        Arrays.stream(WebhookEvent.values())
                                .filter(WebhookEvent::isOfEntry)
                                .toList())
                .addObject("deliveries", webhooks.deliveries(id))
                .addObject("faults", byField(faults));
    }

    private static Map<String, String> byField(List<Fault> faults) {
        return faults.stream().collect(Collectors.toMap(Fault::field, Fault::message));
    }

    private Client client(long id) {
        return clients.find(id).orElseThrow(NotFound::new);
    }

    private ModelAndView list(ClientForm form, List<Fault> faults) {
        return new ModelAndView("admin/clients")
                .addObject("form", form)
                .addObject("faults", byField(faults))
                .addObject("clients", clients.all())
                .addObject("scopes", KeyScope.values());
    }
}
