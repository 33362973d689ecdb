package org.tiyanguan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tiyanguan.core.Texts;

/** What Camunda's web applications show of us in their headers, as a script module: the centre's name, our pages. */
@Controller
class WebappSite {

    private final Site site;
    private final Texts texts;
    private final ObjectMapper json;

    WebappSite(Site site, Texts texts, ObjectMapper json) {
        this.site = site;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping(path = "/webapps/site.js", produces = "text/javascript;charset=UTF-8")
    ResponseEntity<String> script() throws JsonProcessingException {
        Stream<Place> ours =
                site.places().stream().filter(place -> !place.path().startsWith("/camunda/"));
        List<Map<String, String>> places = Stream.concat(Stream.of(new Place("home", "/", 0)), ours)
                .map(place -> Map.of("label", label(place), "path", place.path()))
                .collect(Collectors.toList());
        if (site.userName().isPresent()) places.add(Map.of("label", notices(), "path", "/notices"));
        Map<String, Object> facts = Map.of("center", site.centerName(), "places", places);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body("export default " + json.writeValueAsString(facts) + ";\n");
    }

    private String notices() {
        int unread = site.unread();
        String label = texts.of("nav.notices");
        return unread == 0 ? label : label + " " + unread;
    }

    private String label(Place place) {
        return texts.of("nav." + place.key());
    }
}
