import sayInChinese from '../../../../webapps/fixed-texts.js';

/**
 * Says in Chinese what Cockpit does not look up in its locale file: texts that its own templates, its date picker and its
 * decision tables hold in English. config.js names this file under customScripts.
 *
 * A text is replaced only within the element that Cockpit writes it to, so that a variable or a name that reads the same
 * stays what it is.
 */
const TEXTS = {
  '.null-value': { null: '无' },
  'thead td.actions': { Actions: '操作' },
  '.state-label': { State: '状态' },
  i: { 'Message is null.': '消息为空。' },
  '.loading-text': { 'Loading diagram': '正在加载流程图' },
  'p.invalid': { 'Invalid Date Value.': '日期无效。' },

  // Kinds of incidents and jobs
  'td.type': { 'Failed Job': '作业失败', 'Failed External Task': '外部任务失败' },
  'td.type span': {
    'async-continuation': '异步执行',
    'timer-start-event': '定时启动',
    'timer-start-event-subprocess': '定时启动事件子流程',
    'timer-intermediate-transition': '定时器',
    'timer-transition': '边界定时器',
    'timer-task-listener': '任务定时器',
    'event-received': '事件触发',
  },

  // Decision tables
  '.hit-policy .dms-label': { 'Hit policy:': '命中策略：' },
  '.hit-policy-value': {
    Unique: '唯一',
    First: '首个',
    Priority: '优先',
    Any: '任一',
    Collect: '汇集',
    'Collect (Sum)': '汇集（求和）',
    'Collect (Min)': '汇集（最小）',
    'Collect (Max)': '汇集（最大）',
    'Collect (Count)': '汇集（计数）',
    'Rule order': '按规则顺序',
    'Output order': '按输出顺序',
  },
  '.clause': { When: '当', And: '且', Then: '则' },
  'th.annotation': { Annotations: '备注' },
  '.view-drd-button': { 'View DRD': '查看决策需求图' },

  // Preview of a form
  '.fjs-table-td': { 'Nothing to show.': '暂无内容' },

  // Date picker
  'th small': { Sun: '日', Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六' },
};

/* Titles and placeholders */
const HINTS = {
  '.zoom button': { 'zoom in': '放大', 'zoom out': '缩小' },
  '.reset button': { 'reset zoom': '恢复原大小' },
  '.hit-policy': { 'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '规则互不重叠，只会命中一条' },
  'th *': { 'Input values': '可选的输入值', 'Input type': '输入类型', 'Output values': '可选的输出值', 'Output type': '输出类型', 'Output label': '输出名称' },
  'th input': { 'Select all': '全选' },
  '.fjs-form input': { Search: '搜索', Select: '请选择' },
};

sayInChinese(TEXTS, HINTS);
