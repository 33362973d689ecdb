package org.tiyanguan.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the demo's officers found, and the department that has to do with it. */
record DemoFinding(String department, String kind, String title, String description, String place, String item) {

    static final List<DemoFinding> ALL = List.of(
            problem("gongan", "户籍窗口排队过久", "上午十点取号，前面四十多人，只开一个窗口，等了近两个小时。", "二楼A区3号窗口", "户口迁移"),
            problem("shebao", "社保转移材料要求说法不一", "线上指南写三份材料，到窗口又要求补一份证明，来回跑了两趟。", "一楼B区5号窗口", "社会保险关系转移"),
            problem("shuiwu", "自助开票机缺纸无人补", "两台自助机都提示缺纸，咨询台说要等下午才有人来。", "一楼自助区", "自助开具发票"),
            suggestion("zijian", "施工许可能否一次告知", "建议把需要的材料列成一张清单，一次告知，减少补正次数。", "网上办事大厅", "建筑工程施工许可"),
            problem("ziran", "不动产登记叫号屏不显示", "叫号屏黑屏，只能靠人喊，老人听不清，错过了号。", "三楼C区", "不动产转移登记"),
            problem("shichang", "营业执照变更系统反复退出", "填到第三步系统自动退出，已填内容没有保存，重填了三次。", "网上办事大厅", "营业执照变更登记"),
            suggestion("gongjijin", "公积金提取建议增加周末窗口", "上班族平时请假不便，建议周六上午开放一个窗口。", "二楼D区", "住房公积金提取"),
            problem("yibao", "异地就医备案电话打不通", "连续三天上午拨打咨询电话均无人接听。", "咨询电话", "医保异地就医备案"),
            problem("gongan", "身份证照相室没有整理镜", "照相前没有地方整理仪容，孩子的照片重拍了两次。", "二楼照相室", "居民身份证换领"),
            problem("shebao", "养老认证老人不会操作", "老人不会用手机认证，现场没有人指导，等了很久才有人帮忙。", "一楼B区", "养老待遇资格认证"),
            suggestion("shuiwu", "办税厅指引牌字太小", "指引牌字小、位置高，建议换成大字，并在地面贴路线。", "一楼大厅", "办税导引"),
            problem("zijian", "物业维修资金查询无法登录", "按指南操作提示账号不存在，窗口也说不清原因。", "网上办事大厅", "物业维修资金查询"),
            problem("ziran", "规划公示找不到入口", "网站上找了半小时没有找到公示栏目，搜索也没有结果。", "网上办事大厅", "规划许可公示查询"),
            suggestion("shichang", "食品经营许可建议网上预审", "建议先网上预审材料，通过后再到窗口交原件。", "四楼E区", "食品经营许可"),
            problem("gongjijin", "公积金贷款进度查不到", "提交三周，手机上一直显示受理中，打电话说已经批了。", "手机办事", "住房公积金贷款"),
            problem("yibao", "医疗报销窗口服务态度生硬", "询问缺什么材料，工作人员只说看墙上，没有解释。", "一楼F区2号窗口", "医疗费用报销"));

    private static DemoFinding problem(String department, String title, String text, String place, String item) {
        return new DemoFinding(department, "PROBLEM", title, text, place, item);
    }

    private static DemoFinding suggestion(String department, String title, String text, String place, String item) {
        return new DemoFinding(department, "SUGGESTION", title, text, place, item);
    }

    /** The department's findings in turn. */
    static DemoFinding of(String department, int turn) {
        List<DemoFinding> own =
                ALL.stream().filter(one -> one.department.equals(department)).toList();
        return own.get(turn % own.size());
    }

    /** Working days for rectifying, as the decision table proposes them. */
    int daysFor(String urgency) {
        if (kind.equals("SUGGESTION")) return urgency.equals("NORMAL") ? 15 : 10;
        return switch (urgency) {
            case "CRITICAL" -> 3;
            case "URGENT" -> 5;
            default -> 10;
        };
    }

    /** The start form, but for the day. */
    Map<String, Object> form(String urgency, String officer) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "title",
                title,
                "description",
                description,
                "place",
                place,
                "serviceItem",
                item,
                "urgency",
                urgency,
                "channel",
                "OFFICER",
                "officer",
                officer));
    }
}
