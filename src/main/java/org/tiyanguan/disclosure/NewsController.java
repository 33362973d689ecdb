package org.tiyanguan.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tiyanguan.core.Texts;
import org.tiyanguan.web.AtomFeed;
import org.tiyanguan.web.PublicThings;
import org.tiyanguan.web.PublicThings.PublicThing;

/** All that became public, as a feed: calls, practices, annual reports. */
@Controller
class NewsController {

    private static final int MOST = 50;

    private final List<PublicThings> things;
    private final AtomFeed feed;
    private final Texts texts;

    NewsController(List<PublicThings> things, AtomFeed feed, Texts texts) {
        this.things = things;
        this.feed = feed;
        this.texts = texts;
    }

    @GetMapping("/news.atom")
    ResponseEntity<byte[]> news() {
        return ResponseEntity.ok()
                .contentType(AtomFeed.TYPE)
                .body(feed.write(
                        new AtomFeed.Head(
                                "/news.atom", "/", texts.of("public.feed.title"), texts.of("public.feed.subtitle")),
                        things.stream()
                                .flatMap(some -> some.publicThings().stream())
                                .flatMap(NewsController::entry)
                                .sorted(Comparator.comparing(AtomFeed.Entry::published)
                                        .reversed())
                                .limit(MOST)
                                .toList()));
    }

    private static Stream<AtomFeed.Entry> entry(PublicThing thing) {
        return Stream.ofNullable(thing.since())
                .map(since -> new AtomFeed.Entry(
                        thing.link(),
                        thing.title(),
                        since,
                        since,
                        thing.kind(),
                        thing.kind() + "：" + thing.title(),
                        null));
    }
}
