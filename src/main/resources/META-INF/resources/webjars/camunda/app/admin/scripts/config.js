import site from '../../../../webapps/site.js';
import '../../../../webapps/header.js';

export default {
  app: { vendor: site.center, name: '系统管理' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
};
