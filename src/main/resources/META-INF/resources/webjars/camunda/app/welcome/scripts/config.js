import site from '../../../../webapps/site.js';
import '../../../../webapps/header.js';

export default {
  app: { vendor: site.center, name: '欢迎' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
};
