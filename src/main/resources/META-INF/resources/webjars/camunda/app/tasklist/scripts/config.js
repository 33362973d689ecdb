export default {
  customScripts: ['scripts/case-cards', 'scripts/colleagues']
};
