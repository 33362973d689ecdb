package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.event.Eventing;

/** An event from its plan in Tasklist to the last opinion, with two phones at the door. */
@BrowserTest
class EventInBrowserTest {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    @LocalServerPort
    int port;

    @Autowired
    Eventing eventing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Clock clock;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void an_event_is_planned_answered_signed_in_written_up_and_settled() throws Exception {
        LocalDate day = calendar.plusWorkdays(LocalDate.now(clock), 5);
        LocalDate reply = calendar.plusWorkdays(LocalDate.now(clock), 3);
        String number;
        try (Tasklist center = as("center")) {
            center.startProcess("会议培训")
                    .fill("标题", "第一季度座谈会")
                    .choose("座谈")
                    .picture("plan-event")
                    .start();
            number = jdbc.sql("select max(number) from event")
                    .query(String.class)
                    .single();
            center.open(number)
                    .fill("地点", "市政务服务中心三楼会议室")
                    .fillTime("开始", day.format(TYPED), "14:00")
                    .fillTime("结束", day.format(TYPED), "16:00")
                    .fillTime("答复截止", reply.format(TYPED), "17:30")
                    .fill("最多几位", "20")
                    .fill("议程", "一、通报情况")
                    .pick("按姓名邀请体验官", "周晓明")
                    .picture("center-plan-event");
            center.complete();
        }

        BrowserContext phone = phone("officer");
        BrowserContext other = phone("officer3");
        try {
            Page page = phone.newPage();
            page.navigate(base() + "/officer");
            page.getByText("第一季度座谈会").first().click();
            page.getByLabel("参加", new Page.GetByLabelOptions().setExact(true)).check();
            press(page, "答复");
            page.getByText("已收到您的答复").waitFor();
            Chromium.picture(page, "officer-event", true);

            eventing.timePassesTo(number, day + "T13:50:00");
            String code = atTheDoor(number);
            page.navigate(base() + code);
            press(page, "签到");
            page.getByText("签到成功").waitFor();
            Page stranger = other.newPage();
            stranger.navigate(base() + code);
            press(stranger, "签到");
            stranger.getByText("受邀人里没有您").waitFor();

            eventing.timePassesTo(number, day + "T16:00:00");
            try (Tasklist center = as("center")) {
                center.open(number)
                        .fill("会议纪要", "周晓明反映户籍窗口排队，市公安局作了说明。")
                        .pick("发言人", "周晓明")
                        .pick("类型", "问题")
                        .fill("说了什么", "户籍窗口排队太久")
                        .picture("center-record-event");
                assertThat(center.text()).contains("周晓明");
                center.complete();
            }

            page.navigate(base() + "/officer/events/" + number);
            page.getByText("周晓明反映户籍窗口排队").waitFor();
            page.getByLabel("同意", new Page.GetByLabelOptions().setExact(true)).check();
            press(page, "提交");
            page.getByText("谢谢核对").waitFor();

            try (Tasklist center = as("center")) {
                center.open(number)
                        .choose("立案转办")
                        .fill("标题", "户籍窗口排队太久")
                        .fill("地点", "二楼A区")
                        .fill("办理的事项", "户口迁移")
                        .picture("center-settle-opinions");
                center.complete();
            }
            page.reload();
            page.getByText("TYG-").first().click();
            page.getByText("户籍窗口排队太久").first().waitFor();
        } finally {
            phone.close();
            other.close();
        }
        assertThat(jdbc.sql("select state from event where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
    }

    /** What a camera reads off the projector: the path of the code. */
    private String atTheDoor(String number) throws Exception {
        try (BrowserContext projector =
                Chromium.window(base(), "center", new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            Page page = projector.newPage();
            page.navigate(base() + "/events/" + number + "/sign-in");
            page.locator("svg[role=img]").waitFor();
            Chromium.picture(page, "event-door", true);
            BufferedImage seen = ImageIO.read(
                    new ByteArrayInputStream(page.locator("svg[role=img]").screenshot()));
            int[] points = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
            var picture = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), points)));
            return new QRCodeReader().decode(picture).getText().replaceFirst("https?://[^/]*", "");
        }
    }

    private static void press(Page page, String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private BrowserContext phone(String user) {
        return Chromium.window(base(), user, new Browser.NewContextOptions().setViewportSize(360, 740));
    }

    private Tasklist as(String user) {
        return Tasklist.of(base(), user);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
