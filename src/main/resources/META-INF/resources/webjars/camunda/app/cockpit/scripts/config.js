import site from '../../../../webapps/site.js';
import '../../../../webapps/header.js';

export default {
  app: { vendor: site.center, name: '流程监控' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  customScripts: ['scripts/fixed-texts'],
};
