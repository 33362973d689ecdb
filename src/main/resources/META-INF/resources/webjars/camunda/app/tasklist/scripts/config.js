import site from '../../../../webapps/site.js';
import '../../../../webapps/header.js';

export default {
  app: { vendor: site.center, name: '待办' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  customScripts: ['scripts/case-cards', 'scripts/colleagues', 'scripts/fixed-texts'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '认领当前任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '转到第一个筛选器' },
    focusList: { key: 'ctrl+alt+l', description: '转到列表中的第一个任务' },
    focusForm: { key: 'ctrl+alt+f', description: '转到表单的第一项' },
    startProcess: { key: 'ctrl+alt+p', description: '发起流程' },
  },
};
