-- Fills an empty database with a ledger of ten years: psql -v entries=200000 -f bench/fill.sql (see bench/README.md).
-- The program has made the tables, and the demo's people (profile demo-accounts). Every figure follows from the number of
-- the row it belongs to, so that each run of a day gives the same rows. No process runs for these entries.
\set ON_ERROR_STOP on
select set_config('bench.entries', :'entries', false);

begin;
set local time zone 'Asia/Shanghai';
set local work_mem = '256MB';
set local maintenance_work_mem = '512MB';
set local synchronous_commit = off;

-- Made anew at the end, which is quicker than to keep them up to date row by row.
create temp table bench_index as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
where i.indrelid::regclass::text in ('ledger_entry', 'reporter', 'rectification_part', 'ledger_event', 'notice')
    and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid);
select 'drop index ' || name from bench_index \gexec

-- A number from 0 up to 1 that looks drawn by lot; each use has a salt of its own.
create function pg_temp.chance(n bigint, salt int) returns double precision language sql immutable
    return (hashint8extended(n, salt) & 1073741823) / 1073741824.0::double precision;

create function pg_temp.pick(from_these text[], chance double precision) returns text language sql immutable
    return from_these[1 + floor(chance * cardinality(from_these))::int];

-- Days, the mean of a waiting time: most are shorter, some much longer.
create function pg_temp.wait(days numeric, chance double precision) returns interval language sql immutable
    return make_interval(secs => (days * 86400)::double precision * -ln(1 - chance * 0.98));

create temp table bench_span as
select current_setting('bench.entries')::int as entries, current_date::timestamp as as_of,
    (current_date - interval '10 years')::timestamp as since;

-- Departments, their share of all entries in percent, and what they do; the first of these is asked for most.
create temp table bench_department (n int generated always as identity, code text, name text, share double precision, handler text, items text[]);
insert into bench_department (code, name, share, handler, items) values
    ('gongan', '市公安局', 15, '李强', array['户口迁移', '居民身份证换领', '机动车驾驶证换证', '出入境证件办理', '新生儿入户', '居住证申领', '无犯罪记录证明', '机动车转移登记', '户口本补领', '港澳通行证续签', '更改姓名', '爆破作业许可']),
    ('shebao', '市社会保险基金管理局', 11, '赵静', array['社会保险关系转移', '养老待遇资格认证', '失业保险金申领', '社保卡申领', '工伤待遇核定', '参保登记', '社保缴费证明打印', '退休申请', '遗属待遇申领']),
    ('shichang', '市市场监督管理局', 9, '黄晓彤', array['营业执照变更登记', '食品经营许可', '个体工商户注册', '企业注销登记', '药品经营许可', '特种设备使用登记', '企业名称自主申报', '计量器具检定']),
    ('ziran', '市自然资源局', 8, '何敏仪', array['不动产转移登记', '不动产抵押登记', '不动产登记资料查询', '建设用地规划许可', '规划许可公示查询', '宅基地确权登记', '采矿权登记']),
    ('shuiwu', '市税务局', 7.5, '孙丽', array['自助开具发票', '契税申报', '个人所得税汇算', '税务登记', '社保费申报', '车辆购置税申报', '办税导引', '完税证明开具']),
    ('yibao', '市医疗保障局', 7, '林雨', array['医保异地就医备案', '医疗费用报销', '城乡居民医保参保', '门诊特定病种申请', '生育保险待遇申领', '医保关系转移', '医疗救助申请']),
    ('zijian', '市住房和城乡建设局', 6, '郑伟', array['建筑工程施工许可', '商品房预售许可', '物业维修资金查询', '公租房申请', '消防设计审查', '房屋租赁备案', '施工图审查']),
    ('gongjijin', '市住房公积金管理中心', 5, '罗佳', array['住房公积金提取', '住房公积金贷款', '公积金账户转移', '公积金缴存登记', '公积金缴存证明', '公积金贷款提前还款']),
    ('jiaoyu', '市教育局', 4, '江雪', array['义务教育入学报名', '教师资格认定', '转学手续', '民办学校设立', '助学金申请']),
    ('renshe', '市人力资源和社会保障局', 3.6, '方圆', array['职称评审申报', '人事档案转递', '职业技能补贴', '劳动仲裁申请', '就业登记']),
    ('weijian', '市卫生健康局', 3.2, '袁洁', array['医师执业注册', '出生医学证明', '公共场所卫生许可', '护士执业注册', '再生育登记']),
    ('minzheng', '市民政局', 3, '唐莉', array['婚姻登记', '低保申请', '高龄津贴申领', '社会组织登记', '残疾人两项补贴', '殡葬服务']),
    ('jiaotong', '市交通运输局', 2.4, '许健', array['道路运输从业资格证', '网约车经营许可', '货运车辆年审', '超限运输许可', '公交卡办理']),
    ('shuidian', '市供水供电服务中心', 2.1, '韩冰', array['用水报装', '用电报装', '水电过户', '停水停电咨询', '水质检测']),
    ('chengguan', '市城市管理和综合执法局', 1.8, '曹阳', array['户外广告设置许可', '占道施工许可', '建筑垃圾处置核准', '燃气经营许可', '犬只登记']),
    ('sifa', '市司法局', 1.6, '邹琳', array['法律援助申请', '公证办理', '律师执业申请', '司法鉴定咨询', '人民调解']),
    ('nongye', '市农业农村局', 1.4, '胡斌', array['农药经营许可', '动物防疫条件合格证', '农机购置补贴', '种子生产许可', '渔业捕捞许可']),
    ('shengtai', '市生态环境局', 1.2, '严清', array['环评文件审批', '排污许可', '危险废物转移', '噪声投诉', '辐射安全许可']),
    ('linye', '市林业局', 1, '白桦', array['林木采伐许可', '林地占用审批', '植物检疫证']),
    ('shuiwuju', '市水务局', 0.9, '江河', array['取水许可', '水土保持方案审批', '河道管理许可']),
    ('wenlv', '市文化广电旅游体育局', 0.8, '夏雨', array['娱乐场所经营许可', '旅行社设立', '营业性演出审批', '体育场馆开放咨询', '文物认定']),
    ('yingji', '市应急管理局', 0.7, '雷鸣', array['危险化学品经营许可', '烟花爆竹经营许可', '特种作业操作证']),
    ('fagai', '市发展和改革局', 0.6, '丁宁', array['企业投资项目备案', '节能审查', '价格咨询']),
    ('shangwu', '市商务局', 0.5, '钟灵', array['对外贸易备案', '二手车市场备案', '成品油零售许可']),
    ('gongxin', '市工业和信息化局', 0.45, '秦岭', array['技术改造项目备案', '中小企业认定', '民用爆炸物品生产许可']),
    ('keji', '市科学技术局', 0.4, '贺新', array['高新技术企业认定', '科技项目申报', '外国人工作许可']),
    ('caizheng', '市财政局', 0.35, '金鑫', array['会计从业登记', '代理记账许可', '政府采购投诉']),
    ('qixiang', '市气象局', 0.25, '云飞', array['防雷装置审核', '升放气球许可']),
    ('canlian', '市残疾人联合会', 0.15, '安心', array['残疾人证办理', '辅具申领']),
    ('dangan', '市档案馆', 0.1, '史册', array['婚姻档案查询', '知青档案查询']);

-- Ten thousand lots: whose number is drawn says the department and the service item, by Zipf's law within a department.
create temp table bench_lot as
with weighed as (
    select d.n as department, i.item, d.n * 100 + i.rank as place, d.share / i.rank / sum(1.0::double precision / i.rank) over (partition by d.n) as weight
    from bench_department d, unnest(d.items) with ordinality i (item, rank)
), ranged as (
    select department, item, sum(weight) over (order by place) - weight as low, sum(weight) over (order by place) as high,
        sum(weight) over () as whole
    from weighed
)
select lot, department, item from generate_series(0, 9999) lot join ranged on lot >= low / whole * 10000 and lot < high / whole * 10000;

-- What findings are about, and how people say it.
create temp table bench_topic (n int generated always as identity, topic text, titles text[], facts text[], wishes text[]);
insert into bench_topic (topic, titles, facts, wishes) values
    ('WINDOW', array['{item}窗口排队过久', '{item}只开一个窗口', '{item}叫号屏不显示', '中午没有人办{item}', '{item}窗口指引不清'],
        array['前面排队的有{people}人，只开一个窗口，等了{minutes}分钟才轮到', '取号后在大厅等候{minutes}分钟，叫号屏一直不动', '上午十点取号机已经没有号，只能改天再来', '窗口标牌写的是别的业务，排错了队，又重新排队{minutes}分钟', '中午只留一个窗口，后面还有{people}人在排队', '叫号屏黑屏，只能靠人喊，老人听不清，错过了号'],
        array['建议高峰时段增开窗口', '希望中午安排人员轮班', '建议增加预约取号，减少排队']),
    ('PROCESS', array['{item}来回跑了{times}趟', '{item}材料要求说法不一', '{item}要求重复提交材料', '{item}没有一次告知'],
        array['指南写要{copies}份材料，到窗口又要求补一份证明', '同样的材料交了{times}次，每次换一个窗口都要再交', '没有一次告知缺什么，前后跑了{times}趟', '要先到另一层楼盖章再回来，流程绕', '受理后又通知补正，理由和上一次不同'],
        array['建议把需要的材料列成一张清单，一次告知', '希望部门之间共享数据，不再让群众自己开证明', '建议把两个环节合并，一窗通办']),
    ('WEB_PAGE', array['网上办理{item}反复退出', '{item}网页打不开', '{item}附件上传失败', '手机上查不到{item}进度', '{item}验证码收不到'],
        array['填到第{times}步系统自动退出，已填内容没有保存', '附件传了{minutes}分钟还是失败，没有提示原因', '提交{times}周，手机上一直显示受理中', '浏览器提示不兼容，换了{times}个才打开', '短信验证码等了{minutes}分钟没有收到', '人脸识别连续{times}次不通过'],
        array['希望能保存草稿', '建议提示文件的大小和格式', '希望增加进度短信提醒']),
    ('GUIDE', array['{item}办事指南不准确', '{item}样表看不懂', '{item}网上指南没有更新', '{item}申请表填写没有范本'],
        array['办事指南写的地址是旧的，白跑了一趟', '样表是空白的，不知道怎么填，问了{people}个人', '指南写{times}个工作日，窗口说要{minutes}个工作日', '指南里的电话是空号', '网上和现场的指南写得不一样'],
        array['建议定期核对指南', '希望附上填写范本', '建议在指南上写明更新日期']),
    ('EFFICIENCY', array['{item}办理时间过长', '{item}超过承诺时限', '{item}受理后没有消息', '{item}证件迟迟领不到'],
        array['承诺{times}个工作日，过了{minutes}天还没有结果', '受理后没有任何消息，打了{times}次电话才知道要补材料', '窗口录入很慢，一个人办了{minutes}分钟', '领证排队{minutes}分钟，结果说证还没有印好', '邮寄的证件过了{minutes}天才收到'],
        array['建议公布每个环节的时限', '希望简单事项当场办结', '建议证件办好后发短信']),
    ('ATTITUDE', array['{item}窗口服务态度生硬', '咨询{item}没有人理', '{item}工作人员解释不耐烦'],
        array['询问缺什么材料，工作人员只说看墙上，没有解释', '问了{times}遍才回答，语气不耐烦', '工作人员边聊天边办理，叫了{times}声才抬头', '老人听不懂，工作人员不愿意再说一遍'],
        array['希望加强服务礼仪培训', '建议设评价器，当场评价', '希望对老人多一些耐心']),
    ('CHANNEL', array['{item}咨询电话打不通', '{item}预约不到号', '{item}自助机用不了'],
        array['连续{times}天上午拨打咨询电话均无人接听', '预约的号一放出来就没有了，试了{times}天', '自助机提示缺纸，旁边没有人', '电话转了{times}次，最后说不归他们管', '公众号里的链接点开是空白页'],
        array['建议增加咨询专线', '希望保留现场号', '建议安排人巡查自助机']),
    ('ENVIRONMENT', array['{item}等候区座位不够', '{item}大厅空调不开', '{item}办事大厅停车难', '{item}大厅没有无障碍通道'],
        array['等候区只有{people}个座位，老人只能站着', '停车场绕了{minutes}分钟没有车位', '饮水机没有水，洗手间没有纸', '大厅闷热，空调没有开', '复印机坏了，要到外面复印{copies}份，走了{minutes}分钟'],
        array['建议增加座位', '希望设老人和孕妇专座', '建议把停车场分出办事车位']),
    ('DISCIPLINE', array['{item}窗口上班时间无人', '{item}窗口提前下班', '{item}工作人员玩手机'],
        array['上班时间窗口空着，等了{minutes}分钟才有人', '离下班还有{minutes}分钟就说系统关了', '窗口有{times}个人在玩手机，没有人叫号', '值班牌上的人不在岗，旁边的人说去开会了'],
        array['建议公开投诉电话', '希望安排人员补位', '建议领导不定期巡查']),
    ('OTHER', array['关于{item}的其他反映', '{item}收费说明不清', '{item}相关政策没有宣传'],
        array['收费标准没有公示，收了{minutes}元', '新政策出来了，窗口说没有接到通知', '代办点收取了额外的费用', '发放的宣传单字太小'],
        array['希望多做宣传', '建议公示收费标准']);

-- Things that are seldom spoken of: the first often, the last hardly ever.
create temp table bench_rare as
select array['停车位', '电梯', '复印', '轮椅', '充电', '饮水机', '空调', '母婴室', '叫号小程序', '翻译', '手语', '雨伞', '急救箱', '拍照', '老花镜', '快递', '指纹', '电子印章', '签字板',
    '高拍仪', '延时服务', '代办员', '潮汐窗口', '跨省通办', '适老化', '志愿者', '哺乳', '残疾人坡道', '导盲犬', '外籍配偶', '遗产继承', '军人退役', '留学归国', '台胞证', '少数民族姓名的间隔点',
    '生僻字', '双胞胎', '更名', '错别字', '涂改', '公章遗失', '银行网点', '身份证消磁', '信号屏蔽', '无纸化', '打印机卡纸', '盲文', '蜜蜂', '漏雨', '蚊子'] as words;

insert into act_id_group (id_, rev_, name_, type_)
select 'dept-' || code, 1, name, 'DEPARTMENT' from bench_department on conflict do nothing;
insert into act_id_group (id_, rev_, name_, type_)
select 'dept-' || code || '-head', 1, name || '首席代表', 'DEPARTMENT_HEAD' from bench_department on conflict do nothing;

-- Officers of ten recruitments, one a year, for terms of two years. Nobody logs in as them, or as the other departments.
create temp table bench_officer as
select n, 'tyg-bench-' || lpad((n + 1)::text, 3, '0') as account, n / 30 as recruitment,
    pg_temp.pick(array['陈', '李', '黄', '张', '梁', '林', '刘', '吴', '罗', '杨', '邓', '叶', '苏', '曾', '谢', '欧阳'], pg_temp.chance(n, 1)) as family_name,
    pg_temp.pick(array['伟', '建', '秀', '志', '丽', '文', '国', '晓', '嘉', '子', '海', '桂', '永', '美'], pg_temp.chance(n, 2))
        || pg_temp.pick(array['明', '华', '英', '强', '芳', '珍', '平', '杰', '敏', '辉', '婷', '峰', '玲', '兰', '涛', '', '', ''], pg_temp.chance(n, 3)) as given_name,
    case when pg_temp.chance(n, 4) < 0.5 then 'PUBLIC' when pg_temp.chance(n, 4) < 0.75 then 'ENTERPRISE'
        when pg_temp.chance(n, 4) < 0.9 then 'UNIT' else 'SUPERVISOR' end as category,
    '1380000' || lpad((n + 1)::text, 4, '0') as phone,
    (since + make_interval(years => n / 30))::date as term_from,
    extract(year from since)::int + n / 30 as year
from bench_span, generate_series(0, 299) n;

insert into act_id_user (id_, rev_, first_, last_, email_, pwd_, salt_)
select account, 1, given_name, family_name, account || '@example.org', '{SHA-512}-', '-' from bench_officer
union all
select code, 1, substr(handler, 2), left(handler, 1), code || '@example.org', '{SHA-512}-', '-' from bench_department
on conflict do nothing;
insert into act_id_membership (user_id_, group_id_)
select account, 'officer' from bench_officer union all select code, 'dept-' || code from bench_department
on conflict do nothing;

insert into recruitment_call (number, title, text, opens_on, closes_on, term_months, state, created_at)
select distinct 'ZM-' || year || '-001', year || '年政务服务体验官招募', '招募政务服务体验官三十名。', term_from - 60, term_from - 30, 24, 'ENDED',
    (term_from - 70)::timestamp
from bench_officer;
insert into application (number, call_number, kind, category, state, name, phone, submitted_at, settled_at)
select 'SQ-' || year || '-' || lpad((n % 30 + 1)::text, 6, '0'), 'ZM-' || year || '-001', 'SELF', category, 'APPOINTED',
    family_name || given_name, phone, (term_from - 40)::timestamp, term_from::timestamp
from bench_officer;
insert into officer (account, application, category, phone)
select account, 'SQ-' || year || '-' || lpad((n % 30 + 1)::text, 6, '0'), category, phone from bench_officer;
insert into officer_term (account, kind, letter, term_from, term_until)
select account, 'APPOINTED', 'PS-' || year || '-' || lpad((n % 30 + 1)::text, 4, '0'), term_from, (term_from + interval '2 years')::date - 1
from bench_officer;
insert into number_counter (prefix, counter_year, last_number)
select prefix, year, given from (select distinct year from bench_officer) years, (values ('ZM', 1), ('SQ', 30), ('PS', 30)) counted (prefix, given)
on conflict (prefix, counter_year) do update set last_number = excluded.last_number;

-- Working days: how many there have been up to each day, and which one is the n-th.
create temp table bench_day as
select day::date, count(*) filter (where working) over (order by day) as workdays, working
from (select day, coalesce(c.kind = 'workday', extract(isodow from day) < 6) as working
      from bench_span, generate_series(since - interval '30 days', as_of + interval '400 days', interval '1 day') day
          left join calendar_day c on c.calendar_date = day::date) days;
create index on bench_day (day);
create index on bench_day (workdays) where working;

-- When findings come in: over the years three and a half times as many, seldom at weekends, mostly in office hours.
create temp table bench_time as
with days as (
    select n, date_trunc('day', since + (as_of - since) * (4 * (sqrt(1 + 11.25 * (n - 0.5) / entries) - 1) / 10)) as day
    from bench_span, generate_series(1, entries) n
), workdays as (
    select n, case when extract(isodow from day) > 5 and pg_temp.chance(n, 10) < 0.7
        then day - make_interval(days => extract(isodow from day)::int - 5) else day end as day
    from days
)
select n, day + make_interval(secs => case when pg_temp.chance(n, 11) < 0.85
    then 30600 + 32400 * pg_temp.chance(n, 12) else 21600 + 61200 * pg_temp.chance(n, 12) end) as reported_at
from workdays;

-- What is known when a finding comes in, and the way it will go.
create temp table bench_entry as
select t.n, 'TYG-' || extract(year from t.reported_at) || '-'
        || lpad(row_number() over (partition by extract(year from t.reported_at) order by t.reported_at, t.n)::text, 6, '0') as number,
    t.reported_at, l.department, l.item, topic.n as topic,
    case when pg_temp.chance(t.n, 20) < 0.78 then 'PROBLEM' else 'SUGGESTION' end as kind,
    case when pg_temp.chance(t.n, 21) < 0.75 then 'NORMAL' when pg_temp.chance(t.n, 21) < 0.95 then 'URGENT' else 'CRITICAL' end as urgency,
    case when pg_temp.chance(t.n, 22) < 0.62 then 'OFFICER' when pg_temp.chance(t.n, 22) < 0.87 then 'HOTLINE'
        when pg_temp.chance(t.n, 22) < 0.96 then 'VISIT' else 'OTHER' end as channel,
    case when pg_temp.chance(t.n, 22) < 0.62 and pg_temp.chance(t.n, 23) < 0.7 then
        case when pg_temp.chance(t.n, 24) < 0.5 then 'ON_SITE' when pg_temp.chance(t.n, 24) < 0.75 then 'ONLINE'
            when pg_temp.chance(t.n, 24) < 0.85 then 'REFORM' when pg_temp.chance(t.n, 24) < 0.93 then 'HOTLINE' else 'SURVEY' end end as mode,
    -- Of the two recruitments in office; some report much more than others.
    case when pg_temp.chance(t.n, 22) < 0.62 then 30 * greatest(0, least(9,
            extract(year from age(t.reported_at, since))::int - case when pg_temp.chance(t.n, 25) < 0.4 then 1 else 0 end))
        + floor(30 * power(pg_temp.chance(t.n, 26), 1.7))::int end as officer,
    case when pg_temp.chance(t.n, 27) < 0.81 then 'RECTIFIED' when pg_temp.chance(t.n, 27) < 0.9 then 'ANSWERED'
        when pg_temp.chance(t.n, 27) < 0.98 then 'MERGED' else 'WITHDRAWN' end as wanted,
    pg_temp.chance(t.n, 28) < 0.15 as needs_others,
    pg_temp.chance(t.n, 29) < 0.12 as reworked,
    t.reported_at + pg_temp.wait(2.5, pg_temp.chance(t.n, 30)) as triaged_at,
    t.reported_at + pg_temp.wait(2.5, pg_temp.chance(t.n, 30)) + pg_temp.wait(1.5, pg_temp.chance(t.n, 31)) as assigned_at
from bench_time t
    cross join bench_span
    join bench_lot l on l.lot = floor(10000 * pg_temp.chance(t.n, 13))::int
    join bench_topic topic on topic.n = 1 + floor(10 * power(pg_temp.chance(t.n, 14), 1.6))::int;

-- Merged into the last one before it about the same service item that was worked on; without one it is answered.
create temp table bench_road as
select n, case when main is not null then 'MERGED' when wanted = 'MERGED' then 'ANSWERED' else wanted end as road, main
from (select n, wanted, case when wanted = 'MERGED' then max(case when wanted = 'RECTIFIED' then n end)
          over (partition by item order by n rows between unbounded preceding and 1 preceding) end as main
      from bench_entry) found;
create unique index on bench_road (n);
create unique index on bench_entry (n);
analyze bench_entry, bench_road, bench_day;

-- Parts. fate: how a part ends; begun_after: days later than the entry is first assigned.
create function pg_temp.days(kind text, urgency text, needs_others boolean) returns int language sql immutable
    return case when kind = 'PROBLEM' then case urgency when 'CRITICAL' then 3 when 'URGENT' then 5 else 10 end
        else case urgency when 'NORMAL' then 15 else 10 end end * case when needs_others then 2 else 1 end;

create temp table bench_round (
    n int, round int, seat int, department int, fate text, assigned_at timestamp, accept_days int, rectify_days int,
    deadline timestamp, extension text, extension_until date, accepted_at timestamp, done_at timestamp);

create temp table bench_verified (n int, round int, verified_at timestamp);

-- The parts that are asked for, with deadlines and how long they take: one in eight is late.
create function pg_temp.work(asked_round int) returns void language sql as $$
    insert into bench_round
    with asked as (
        select n, 1 as round, 1 as seat, department, case when road = 'WITHDRAWN' then 'WITHDRAWN' else 'DONE' end as fate,
            assigned_at + case when pg_temp.chance(n, 40) < 0.06 then interval '2 days' else interval '0' end as assigned_at, kind, urgency, needs_others
        from bench_entry join bench_road using (n) where road in ('RECTIFIED', 'WITHDRAWN') and asked_round = 1
        union all
        -- Another department's, beside it.
        select n, 1, 2, l.department, 'DONE', assigned_at + interval '1 minute', kind, urgency, needs_others
        from bench_entry e join bench_road using (n) join bench_lot l on l.lot = floor(10000 * pg_temp.chance(n, 41))::int
        where road = 'RECTIFIED' and asked_round = 1 and pg_temp.chance(n, 42) < 0.18 and l.department <> e.department
        union all
        -- The wrong department's, before it.
        select n, 1, 0, l.department, case when pg_temp.chance(n, 40) < 0.04 then 'SENT_BACK' else 'TRANSFERRED' end, assigned_at, kind, urgency, needs_others
        from bench_entry e join bench_road using (n) join bench_lot l on l.lot = floor(10000 * pg_temp.chance(n, 43))::int
        where road in ('RECTIFIED', 'WITHDRAWN') and asked_round = 1 and pg_temp.chance(n, 40) < 0.06 and l.department <> e.department
        union all
        -- Once more, after the centre found something missing.
        select n, asked_round, 1, e.department, 'DONE', v.verified_at, kind, urgency, needs_others
        from bench_entry e join bench_verified v using (n) where v.round = asked_round - 1 and e.reworked
            and (asked_round = 2 or asked_round = 3 and pg_temp.chance(n, 44) < 0.12)
    ), dated as (
        select asked.*, pg_temp.days(kind, urgency, needs_others) as rectify_days, d.workdays,
            -- Rare in the numbers of one entry's parts: n, its seat and its round.
            n::bigint * 16 + seat * 4 + asked.round as lot
        from asked join bench_day d on d.day = asked.assigned_at::date
    ), due as (
        select dated.*, case when fate <> 'DONE' or pg_temp.chance(lot, 50) > 0.14 then null
            when pg_temp.chance(lot, 50) > 0.12 then 'REFUSED' else 'GRANTED' end as extension
        from dated
    ), late as (
        select due.*, w.day + time '17:30' as deadline,
            pg_temp.chance(lot, 51) < case when department % 5 = 2 then 0.17 else 0.1 end as late
        from due join bench_day w on w.working and w.workdays = due.workdays + rectify_days + case when extension = 'GRANTED' then 10 else 0 end
    ), ended as (
        select late.*, case
            when fate in ('SENT_BACK', 'TRANSFERRED') then assigned_at + interval '30 hours' * (0.1 + pg_temp.chance(lot, 52))
            when fate = 'WITHDRAWN' then assigned_at + (deadline - assigned_at) * (0.1 + 0.6 * pg_temp.chance(lot, 52))
            when late then deadline + interval '2 hours' + pg_temp.wait(case when pg_temp.chance(lot, 53) < 0.5 then 170 else 6 end, pg_temp.chance(lot, 54))
            else assigned_at + (deadline - assigned_at) * (0.2 + 0.78 * pg_temp.chance(lot, 52)) end as done_at
        from late
    )
    select n, round, seat, department, fate, assigned_at,
        case urgency when 'NORMAL' then case kind when 'PROBLEM' then 2 else 3 end else 1 end, rectify_days, deadline, extension,
        case when extension is not null then deadline::date end,
        case when fate in ('DONE', 'WITHDRAWN') then case when round > 1 then assigned_at
            else assigned_at + (done_at - assigned_at) * 0.3 * pg_temp.chance(lot, 55) end end, done_at
    from ended
$$;

create function pg_temp.verify(asked_round int) returns void language sql as $$
    insert into bench_verified
    select n, asked_round, max(done_at) + pg_temp.wait(case when pg_temp.chance(n, 60) < 0.3 then 70 else 8 end, pg_temp.chance(n * 4 + asked_round, 61))
    from bench_round where round = asked_round and fate = 'DONE' group by n
$$;
select pg_temp.work(1);
select pg_temp.verify(1);
analyze bench_round, bench_verified;
select pg_temp.work(2);
select pg_temp.verify(2);
select pg_temp.work(3);
select pg_temp.verify(3);
analyze bench_round, bench_verified;

-- How far each entry has come by now.
create temp table bench_end as
with own as (
    select e.n, r.road, r.main, e.triaged_at, e.assigned_at, v.verified_at, w.withdrawn_at,
        -- Five working days of silence, or the officer's word before that.
        v.verified_at + pg_temp.wait(16, pg_temp.chance(e.n, 62)) as confirmed_at
    from bench_entry e
        join bench_road r using (n)
        left join (select n, max(verified_at) as verified_at from bench_verified group by n) v using (n)
        left join (select n, done_at as withdrawn_at from bench_round where fate = 'WITHDRAWN') w using (n)
), ended as (
    select own.*, case road when 'ANSWERED' then triaged_at when 'WITHDRAWN' then withdrawn_at else confirmed_at end as ended_at from own
)
select e.n, e.road, e.main, e.verified_at, e.withdrawn_at,
    case when e.road = 'MERGED' then greatest(main.ended_at, e.triaged_at) + interval '1 minute' else e.ended_at end as closed_at
from ended e left join ended main on main.n = e.main;
create unique index on bench_end (n);
analyze bench_end;

create temp table bench_state as
with begun as (
    select n, bool_or(done_at > as_of) as open from bench_round cross join bench_span
    where assigned_at <= as_of and fate in ('DONE', 'WITHDRAWN') group by n
)
select e.n, case when e.triaged_at > as_of then 'TRIAGE'
    when x.closed_at <= as_of then 'CLOSED'
    when x.road = 'MERGED' then 'MERGED'
    when e.assigned_at > as_of then 'ASSIGN'
    when x.verified_at <= as_of then 'CONFIRM'
    when coalesce(b.open, true) then 'RECTIFY'
    else 'VERIFY' end as state
from bench_entry e join bench_end x using (n) left join begun b using (n) cross join bench_span;
create unique index on bench_state (n);

insert into ledger_counter (counter_year, last_number)
select split_part(number, '-', 2)::int, count(*) from bench_entry group by 1
on conflict (counter_year) do update set last_number = excluded.last_number;

-- What people wrote: who went where and when, what happened, what they wish.
create temp table bench_text as
with drawn as (
    select e.n, e.item, e.kind, t.titles, t.wishes, pg_temp.chance(e.n, 70) as c,
        pg_temp.pick(t.facts, pg_temp.chance(e.n, 79)) as fact, pg_temp.pick(t.facts, pg_temp.chance(e.n, 81)) as another,
        pg_temp.pick(array['一楼', '二楼', '三楼', '四楼'], pg_temp.chance(e.n, 71)) || chr(65 + floor(6 * pg_temp.chance(e.n, 72))::int) || '区'
            || (1 + floor(24 * pg_temp.chance(e.n, 73))) || '号窗口' as window_,
        pg_temp.pick(array['城东', '城西', '城南', '城北', '河口', '新兴', '高峰', '云安', '都杨', '腰古', '思劳', '前锋'], pg_temp.chance(e.n, 74)) as quarter,
        -- One of 1,600 villages.
        pg_temp.pick(array['石', '竹', '松', '梅', '塘', '岗', '坪', '龙', '凤', '云', '青', '白', '黄', '红', '金', '银', '沙', '泥', '桥', '井', '榕', '樟', '荔', '桃', '莲',
            '荷', '茶', '稻', '麦', '鹿', '鹤', '虎', '马', '牛', '大', '小', '上', '下', '南', '北'], pg_temp.chance(e.n, 75))
            || pg_temp.pick(array['塘', '岗', '坪', '坑', '田', '围', '寨', '楼', '屋', '岭', '山', '水', '河', '湾', '洲', '沙', '窝', '排', '坝', '垌', '塱', '脚', '背', '口', '头',
            '尾', '心', '角', '边', '庄', '埔', '墩', '榄', '步', '涌', '基', '社', '厦', '贝', '禾'], pg_temp.chance(e.n, 76)) || '村' as village
    from bench_entry e join bench_topic t on t.n = e.topic
), composed as (
    select drawn.*, pg_temp.pick(titles, pg_temp.chance(n, 77)) as title,
        pg_temp.pick(array['上午到大厅办理{item}，', '下午陪家人来办{item}，', '替公司办{item}，', '第一次办{item}，', '请了假专门来办{item}，', '在{quarter}便民服务中心办{item}，',
            '帮父母办{item}，', '按预约时间到{window}办{item}，', '在手机上办{item}，', '体验{item}时，'], pg_temp.chance(n, 78))
        || fact || '。' || case when pg_temp.chance(n, 80) < 0.6 and another <> fact then another || '。' else '' end
        || pg_temp.pick(array['当天没有办成，只好改天再来。', '最后请值班经理协调才办好。', '同行的{people}位群众也有同样的意见。', '现场没有人解释原因。', '工作人员说系统就是这样。',
            '前后花了{minutes}分钟。', '来回路费不少。', '', ''], pg_temp.chance(n, 82))
        || case when pg_temp.chance(n, 83) < 0.12 then '另外，' || quarter || '这边还反映了' || pg_temp.pick(words, power(pg_temp.chance(n, 84), 4)) || '的问题。' else '' end
        || case when pg_temp.chance(n, 85) < 0.25 then '我住在' || quarter || '的' || village || '，路上要{minutes}分钟。' else '' end
        || case when kind = 'SUGGESTION' or pg_temp.chance(n, 86) < 0.3 then pg_temp.pick(wishes, pg_temp.chance(n, 87)) || '。' else '' end as description,
        case when pg_temp.chance(n, 88) < 0.6 then '{window}' else pg_temp.pick(array['一楼自助区', '网上办事大厅', '手机办事', '咨询电话', '{quarter}便民服务中心', '停车场'], pg_temp.chance(n, 89)) end as place
    from drawn cross join bench_rare
)
select n, replace(replace(title, '{item}', item), '{times}', (2 + floor(4 * c))::text) as title,
    replace(replace(replace(replace(replace(replace(replace(description, '{item}', item), '{minutes}', (10 + floor(140 * c))::text),
        '{people}', (3 + floor(60 * c))::text), '{times}', (2 + floor(4 * c))::text), '{copies}', (2 + floor(5 * c))::text),
        '{quarter}', quarter), '{window}', window_) as description,
    replace(replace(place, '{window}', window_), '{quarter}', quarter) as place
from composed;
create unique index on bench_text (n);
analyze bench_text, bench_state;

insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state, outcome, merged_into,
    needs_others, objected, rating, answer, reported_at, closed_at, mode, topic, category,
    public_title, public_description, public_place, public_service_item, public_answer)
select e.number, e.kind, t.title, t.description, t.place,
    e.reported_at::date - case when pg_temp.chance(e.n, 90) < 0.6 then 0 else 1 + floor(3 * pg_temp.chance(e.n, 90))::int end,
    e.item, e.urgency, e.channel, s.state, case when s.state = 'CLOSED' then x.road end,
    case when s.state in ('MERGED', 'CLOSED') then main.number end, e.needs_others,
    s.state in ('CLOSED', 'CONFIRM') and x.road = 'RECTIFIED' and pg_temp.chance(e.n, 91) < 0.04,
    case when s.state = 'CLOSED' and x.road = 'RECTIFIED' and pg_temp.chance(e.n, 92) < 0.6 then
        case when pg_temp.chance(e.n, 93) < 0.46 then 5 when pg_temp.chance(e.n, 93) < 0.77 then 4 when pg_temp.chance(e.n, 93) < 0.9 then 3
            when pg_temp.chance(e.n, 93) < 0.97 then 2 else 1 end end,
    said.answer,
    e.reported_at, case when s.state = 'CLOSED' then x.closed_at end, e.mode,
    case when s.state <> 'TRIAGE' then topic.topic end, o.category, t.title, t.description, t.place, e.item, said.answer
from bench_entry e
    join bench_end x using (n)
    join bench_state s using (n)
    join bench_text t using (n)
    join bench_topic topic on topic.n = e.topic
    left join bench_officer o on o.n = e.officer
    left join bench_entry main on main.n = x.main
    cross join lateral (select case when s.state in ('CONFIRM', 'CLOSED') then '您反映的“' || t.title || '”' || pg_temp.pick(array['已整改：增开了窗口，并安排人员引导，感谢您的意见。', '已核实，已更新办事指南并一次告知所需材料。',
        '已修复系统，您可以重新提交，不需要再跑一趟。', '已对工作人员进行教育，并向您致歉。', '已调整流程，今后当场办结。', '经核实，已按规定办理，感谢您的监督。'], pg_temp.chance(e.n, 94)) end as answer) said
order by e.reported_at, e.n;

-- Officers by their accounts, others by what they said of themselves.
insert into reporter (number, user_id, name, phone, email, contactable)
select e.number, o.account,
    case when o.n is null and pg_temp.chance(e.n, 100) < 0.9 then pg_temp.pick(array['陈', '李', '黄', '张', '梁', '林', '刘', '吴', '罗', '杨', '冯', '余', '潘', '莫', '区', '卢'], pg_temp.chance(e.n, 101))
        || pg_temp.pick(array['先生', '女士', '先生', '女士', '建国', '秀英', '志明', '丽华', '伟强', '桂兰'], pg_temp.chance(e.n, 102)) end,
    case when o.n is null and pg_temp.chance(e.n, 103) < 0.8 then '1390000' || lpad(floor(10000 * pg_temp.chance(e.n, 104))::text, 4, '0') end,
    case when o.n is null and pg_temp.chance(e.n, 105) < 0.1 then 'reporter' || e.n || '@example.org' end,
    o.n is not null and pg_temp.chance(e.n, 106) < 0.3
from bench_entry e left join bench_officer o on o.n = e.officer
order by e.reported_at, e.n;

create temp table bench_part as
select row_number() over (order by r.assigned_at, r.n, r.seat) as id, e.number, d.code, d.name, d.handler as handler_name, r.*,
    case when r.done_at <= as_of then r.fate when r.accepted_at <= as_of then 'RECTIFY' else 'ACCEPT' end as state,
    accept_day.day + time '17:30' as accept_by,
    -- Working days late, up to now or up to when it was done.
    case when r.fate = 'DONE' and r.deadline < least(r.done_at, as_of) then until_day.workdays - deadline_day.workdays else 0 end as days_late
from bench_round r
    cross join bench_span
    join bench_entry e using (n)
    join bench_department d on d.n = r.department
    join bench_day begun on begun.day = r.assigned_at::date
    join bench_day accept_day on accept_day.working and accept_day.workdays = begun.workdays + r.accept_days
    join bench_day deadline_day on deadline_day.day = r.deadline::date
    left join bench_day until_day on until_day.day = least(r.done_at, as_of)::date
where r.assigned_at <= as_of;

insert into rectification_part (id, number, department, round, instruction, state, assigned_at, accept_days, rectify_days, remind_days, accept_by,
    deadline, handler, times_sent_back, binding, extension, extension_until, extension_reason, result, accepted_at, done_at, card)
select id, number, code, round,
    case when round > 1 then '核验发现整改不到位，请补充措施并说明结果。' else pg_temp.pick(array['请核实情况，按时限整改并书面说明。', '请查明原因，落实整改，防止再次发生。', '请研究采纳建议，回复办理情况。'], pg_temp.chance(id, 110)) end,
    state, assigned_at, accept_days, rectify_days, least(2, rectify_days), least(accept_by, deadline), deadline, case when accepted_at <= as_of then code end,
    case when fate = 'SENT_BACK' and state = 'SENT_BACK' then 1 else 0 end, round > 1,
    case when extension is not null and accepted_at <= as_of then case when state = 'RECTIFY' and pg_temp.chance(id, 111) < 0.1 then 'ASKED' else extension end end,
    case when extension is not null and accepted_at <= as_of then extension_until end,
    case when extension is not null and accepted_at <= as_of then '需协调其他单位和采购设备，申请延期。' end,
    case when state = 'DONE' then pg_temp.pick(array['已增开窗口并安排引导员，排队时间明显缩短。', '已更新办事指南和样表，并在窗口公示。', '已请技术人员修复系统，测试正常。', '已对有关人员批评教育，加强培训。',
        '已优化流程，减少一个环节。', '已增设座位和饮水设备，并安排专人巡查。'], pg_temp.chance(id, 112)) end,
    case when accepted_at <= as_of then accepted_at end, case when done_at <= as_of then done_at end,
    case when days_late >= 3 then 'RED' when days_late >= 1 then 'YELLOW' end
from bench_part cross join bench_span order by id;
select setval(pg_get_serial_sequence('rectification_part', 'id'), max(id)) from bench_part;
create index on bench_part (n);
analyze bench_part;

-- The history, in the order in which it happened.
insert into ledger_event (number, part_id, at, actor, actor_name, actor_role, act, text)
select number, part_id, at, actor, actor_name, actor_role, act, text from (
    select e.n, 0 as step, e.number, null::bigint as part_id, e.reported_at as at, coalesce(o.account, 'center') as actor, coalesce(o.family_name || o.given_name, '张敏') as actor_name,
        case when o.n is null then 'CENTER' else 'OFFICER' end as actor_role, 'REPORT' as act,
        case e.channel when 'OFFICER' then '体验官' when 'HOTLINE' then '12345热线' when 'VISIT' then '来访' else '其他' end as text
    from bench_entry e left join bench_officer o on o.n = e.officer
    union all
    select e.n, 1, e.number, null, e.triaged_at, 'center', '张敏', 'CENTER',
        case x.road when 'MERGED' then 'TRIAGE_MERGE' when 'ANSWERED' then 'TRIAGE_ANSWER' else 'TRIAGE_ACCEPT' end,
        case x.road when 'MERGED' then '与 ' || main.number || ' 是同一件事。' when 'ANSWERED' then '可以直接说明，不需要整改。' else '反映属实，予以受理。' end
    from bench_entry e join bench_end x using (n) left join bench_entry main on main.n = x.main
    union all
    select n, 2, number, id, assigned_at, 'center', '张敏', 'CENTER', 'ASSIGN', name || '，时限 ' || to_char(deadline, 'YYYY-MM-DD HH24:MI') from bench_part where round = 1
    union all
    select n, 3, number, id, accepted_at, code, handler_name, 'DEPARTMENT', 'ACCEPT', name from bench_part where round = 1 and accepted_at is not null
    union all
    select n, 3, number, id, done_at, case fate when 'SENT_BACK' then code else 'center' end, case fate when 'SENT_BACK' then handler_name else '张敏' end,
        case fate when 'SENT_BACK' then 'DEPARTMENT' else 'CENTER' end, case fate when 'SENT_BACK' then 'SEND_BACK' else 'TRANSFER' end, '不属于本单位职责。'
    from bench_part where fate in ('SENT_BACK', 'TRANSFERRED')
    union all
    select n, 4, number, id, deadline, 'system', '系统', 'SYSTEM', 'OVERDUE', to_char(deadline, 'YYYY-MM-DD HH24:MI') from bench_part where fate = 'DONE' and deadline < done_at
    union all
    select p.n, 4, p.number, p.id, d.day + time '17:30', 'system', '系统', 'SYSTEM', case card.days when 1 then 'YELLOW_CARD' else 'RED_CARD' end, p.name
    from bench_part p join (values (1), (3)) card (days) on p.days_late >= card.days
        join bench_day begun on begun.day = p.deadline::date join bench_day d on d.working and d.workdays = begun.workdays + card.days
    union all
    select n, 5, number, id, done_at, code, handler_name, 'DEPARTMENT', 'DONE', '已落实整改，请核验。' from bench_part where fate = 'DONE'
    union all
    select v.n, 6, e.number, null, v.verified_at, 'center', '张敏', 'CENTER', case when v.verified_at = x.verified_at then 'VERIFY_GOOD' else 'VERIFY_REWORK' end,
        case when v.verified_at = x.verified_at then '现场核验，整改到位。' else '现场核验，问题仍然存在。' end
    from bench_verified v join bench_entry e using (n) join bench_end x using (n)
    union all
    select x.n, 7, e.number, null, x.closed_at - interval '1 minute', coalesce(o.account, 'system'), coalesce(o.family_name || o.given_name, '系统'),
        case when o.n is null then 'SYSTEM' else 'OFFICER' end, case when o.n is null then 'SILENT' else 'CONFIRM' end, case when o.n is null then '逾期未评价，视为认可。' else '认可。' end
    from bench_end x join bench_entry e using (n) left join bench_officer o on o.n = e.officer where x.road = 'RECTIFIED'
    union all
    select x.n, 7, e.number, null, x.withdrawn_at, 'center', '张敏', 'CENTER', 'WITHDRAW', '反映人要求撤回。' from bench_end x join bench_entry e using (n) where x.road = 'WITHDRAWN'
    union all
    select x.n, last.step, e.number, null, x.closed_at, 'system', '系统', 'SYSTEM', last.act,
        case last.act when 'ANSWER' then '已答复反映人。' else case x.road when 'RECTIFIED' then '已整改' when 'ANSWERED' then '已答复' when 'MERGED' then '并件办结' else '已撤回' end end
    from bench_end x join bench_entry e using (n) cross join (values (8, 'ANSWER'), (9, 'CLOSE')) last (step, act)
) happened cross join bench_span
where at <= as_of
order by at, n, step;

-- The bell of a clerk at the centre and of one at a department: all but the last days' are read.
insert into notice (number, template, recipient, address, data, created_at, mailed_at, read_at)
select number, template, recipient, recipient || '@example.org', json_build_object('title', title)::text, at, at + interval '1 minute',
    case when at < as_of - interval '3 days' then at + interval '3 hours' end
from (
    select n, number, 'triage' as template, 'center' as recipient, reported_at as at from bench_entry
    union all
    select v.n, e.number, 'verify', 'center', v.verified_at - interval '1 day' from bench_verified v join bench_entry e using (n)
    union all
    select n, number, 'reassign', 'center', done_at from bench_part where state = 'SENT_BACK'
    union all
    select n, number, 'red-card', 'center', deadline + interval '5 days' from bench_part where days_late >= 3
    union all
    select n, number, 'assigned', code, assigned_at from bench_part where code = 'gongan' and round = 1
) told join bench_text using (n) cross join bench_span
where at <= as_of
order by at, n;

select definition from bench_index \gexec
commit;

vacuum analyze;
select state, count(*), round(100.0 * count(*) / sum(count(*)) over (), 2) as percent from ledger_entry group by state order by 2 desc;
