import sayInChinese from '../../../../webapps/fixed-texts.js';

/** What form-js, which draws the task forms, and the date pickers say in English. */
const TEXTS = {
  '.fjs-form-field-error *': {
    'Field is required.': '请填写这一项',
    'Field must be a valid email.': '请填写正确的邮箱',
    'Field must be a valid  international phone number. (e.g. +4930664040900)': '请填写带国家代码的电话，如 +8613800138000',
  },
  '.fjs-select-placeholder': { Select: '请选择' },
  '.fjs-dropdownlist *': { 'No results': '没有找到', 'All values selected': '已全部选择' },
  '.fjs-table-td': { 'Nothing to show.': '暂无内容' },
  'th small': { Sun: '日', Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六' },
  '.flatpickr-weekday': { Sun: '日', Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六' },
};

const HINTS = {
  '.fjs-form input': {
    Search: '查找',
    Select: '请选择',
    'mm/dd/yyyy': '年-月-日',
    'dd/mm/yyyy': '年-月-日',
    'yyyy/mm/dd': '年/月/日',
    'hh:mm': '时:分',
    'hh:mm ?m': '时:分',
  },
};

const PATTERNS = [
  ['.fjs-form-field-error *', /^Field must match pattern .*\.$/, '格式不对，请检查'],
  ['.fjs-form-field-error *', /^Field must have minimum length of (.*)\.$/, '至少写 $1 个字'],
  ['.fjs-form-field-error *', /^Field must have maximum length of (.*)\.$/, '最多写 $1 个字'],
  ['.fjs-form-field-error *', /^Field must have minimum value of (.*)\.$/, '不能小于 $1'],
  ['.fjs-form-field-error *', /^Field must have maximum value of (.*)\.$/, '不能大于 $1'],
  ['.fjs-table-nav *', /^(\d+) of (\d+)$/, '第 $1 / $2 页'],
];

sayInChinese(TEXTS, HINTS, PATTERNS);
