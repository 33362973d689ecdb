package org.tiyanguan.annual.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualChecks;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.Check;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.Listed;
import org.tiyanguan.annual.PublicWords;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.core.Signs;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.figures.YearFigures.Result;

/** What the diagram calls where the table {@code annual-list} is asked about each department. */
@ForModels
@Component("annualListing")
@Transactional
public class AnnualListing {

    private static final int PERCENT = 100;
    private static final int LONGEST_REASON = 100;

    private final AnnualChecks checks;
    private final FrozenFigures figures;
    private final Versions versions;
    private final Summaries summaries;
    private final AnnualList list;
    private final PublicWords words;
    private final ObjectMapper json;

    AnnualListing(
            AnnualChecks checks,
            FrozenFigures figures,
            Versions versions,
            Summaries summaries,
            AnnualList list,
            PublicWords words,
            ObjectMapper json) {
        this.checks = checks;
        this.figures = figures;
        this.versions = versions;
        this.summaries = summaries;
        this.list = list;
        this.words = words;
        this.json = json;
    }

    /** Its entries of the year. */
    public int entries(@OwnCase(AnnualChecks.class) long check) {
        return (int) result(check).entries();
    }

    /** In percent of what was judged; 100 where nothing was. */
    public int onTime(@OwnCase(AnnualChecks.class) long check) {
        Result result = result(check);
        return share(result.onTime(), result.onTime() + result.late(), PERCENT);
    }

    /** Entries with a yellow or red card. */
    public int cards(@OwnCase(AnnualChecks.class) long check) {
        return (int) result(check).cards();
    }

    /** Entries that came back, in percent of those rectified; 0 where none was. */
    public int rework(@OwnCase(AnnualChecks.class) long check) {
        Result result = result(check);
        return share(result.reopened(), result.rectified(), 0);
    }

    /** The mean of the stars times ten, 45 for 4.5; 0 where nobody gave any. */
    public int stars(@OwnCase(AnnualChecks.class) long check) {
        Result result = result(check);
        return result.rated() == 0 ? 0 : Math.round(10f * result.stars() / result.rated());
    }

    /** Keeps what the table says. */
    public void propose(@OwnCase(AnnualChecks.class) long check, @Nullable Object proposal) {
        Check one = checks.check(check);
        String said = Objects.requireNonNullElse(said(proposal, "reason"), "").strip();
        String reason = words.masked(summaries.summary(one.number()).summaryYear(), said);
        list.propose(
                one.number(),
                one.department(),
                one.name(),
                Listed.As.of(said(proposal, "list")),
                Signs.cut(reason, LONGEST_REASON));
    }

    private Result result(long check) {
        Check one = checks.check(check);
        return figures.result(versions.newest(one.number()), one.department())
                .orElseGet(() -> new Result(one.department(), one.name(), 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static int share(long part, long whole, int otherwise) {
        return whole == 0 ? otherwise : (int) Math.floor((double) PERCENT * part / whole);
    }

    private @Nullable String said(@Nullable Object proposal, String output) {
        if (proposal == null) return null;
        try {
            return json.readTree(proposal.toString()).path(output).asText(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
