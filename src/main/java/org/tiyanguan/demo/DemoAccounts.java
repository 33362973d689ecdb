package org.tiyanguan.demo;

import static org.tiyanguan.security.People.DEPARTMENT_TYPE;
import static org.tiyanguan.security.Roles.department;
import static org.tiyanguan.security.Roles.departmentHead;

import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.Roles;

/** The demo's departments, units and people; each logs in with the same well-known password. */
@Component
@Profile({"demo", "demo-accounts"})
public class DemoAccounts {

    public static final String PASSWORD = "Demo#2026";

    /**
     * Code, name, and family and given names of handler and head; the accounts are the code and the code with -head.
     */
    private static final String[][] DEPARTMENTS = {
        {"gongan", "市公安局", "李", "强", "王", "建国"},
        {"shebao", "市社会保险基金管理局", "赵", "静", "钱", "学文"},
        {"shuiwu", "市税务局", "孙", "丽", "吴", "志远"},
        {"zijian", "市住房和城乡建设局", "郑", "伟", "冯", "立群"},
        {"ziran", "市自然资源局", "何", "敏仪", "梁", "国栋"},
        {"shichang", "市市场监督管理局", "黄", "晓彤", "谢", "永康"},
        {"gongjijin", "市住房公积金管理中心", "罗", "佳", "邓", "海峰"},
        {"yibao", "市医疗保障局", "林", "雨", "曾", "庆华"},
    };

    private static final String[][] UNITS = {
        {"zgh", "市总工会"}, {"gsl", "市工商业联合会"}, {"tsw", "共青团市委"},
    };

    /** Family and given names; the first one's account is {@code officer}, the next {@code officer2}. */
    static final String[][] OFFICERS = {
        {"周", "晓明"}, {"陈", "桂芳"}, {"叶", "子轩"}, {"苏", "文"}, {"潘", "志强"},
        {"蔡", "婉婷"}, {"余", "浩"}, {"杜", "秋月"}, {"莫", "少华"}, {"温", "嘉怡"},
    };

    private final Accounts accounts;
    private final IdentityService identity;

    DemoAccounts(Accounts accounts, IdentityService identity) {
        this.accounts = accounts;
        this.identity = identity;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(3)
    public void ensure() {
        ensure(DemoAccounts::address);
    }

    /** Without an address nobody gets mail, until {@link #giveAddresses}. */
    void ensureWithoutAddresses() {
        ensure(id -> null);
    }

    void giveAddresses() {
        for (User user : identity.createUserQuery().list()) {
            user.setEmail(address(user.getId()));
            identity.saveUser(user);
        }
    }

    private void ensure(UnaryOperator<String> address) {
        user(address, "center", "张", "敏", Roles.CENTER);
        user(address, "center2", "刘", "洋", Roles.CENTER);
        user(address, "leader", "陈", "立", Roles.LEADER);
        user(address, "designer", "许", "可", Roles.DESIGNER);
        user(address, "admin", "高", "远", Roles.ADMIN);
        for (String[] d : DEPARTMENTS) {
            accounts.group(department(d[0]), DEPARTMENT_TYPE, d[1]);
            accounts.group(departmentHead(d[0]), "DEPARTMENT_HEAD", d[1] + "首席代表");
            user(address, d[0], d[2], d[3], department(d[0]));
            user(address, d[0] + "-head", d[4], d[5], department(d[0]), departmentHead(d[0]));
        }
        for (String[] unit : UNITS) accounts.group("unit-" + unit[0], "UNIT", unit[1]);
        user(address, "unit", "马", "红", "unit-" + UNITS[0][0]);
        for (int i = 0; i < OFFICERS.length; i++)
            user(address, officer(i), OFFICERS[i][0], OFFICERS[i][1], Roles.OFFICER);
    }

    static String officer(int n) {
        return "officer" + (n == 0 ? "" : n + 1);
    }

    private static String address(String id) {
        return id + "@example.org";
    }

    private void user(UnaryOperator<String> address, String id, String familyName, String givenName, String... groups) {
        accounts.user(id, familyName, givenName, address.apply(id), PASSWORD, groups);
    }
}
