// Adds findings to the page of a record and takes them away; without this script the server adds them.
(() => {
  const form = document.querySelector('form[data-record]');
  if (!form) return;
  const list = form.querySelector('[data-findings]');
  const blank = document.getElementById('blank-finding');

  const add = (number) => {
    if (list.querySelector(`[data-finding="${number}"]`)) return;
    const made = document.createElement('template');
    made.innerHTML = blank.innerHTML.replace(/f0/g, `f${number}`).replace('data-finding="0"', `data-finding="${number}"`);
    list.append(made.content);
  };
  const next = () => Math.max(0, ...[...list.children].map((one) => Number(one.dataset.finding))) + 1;

  form.querySelector('[data-add]').addEventListener('click', (event) => {
    event.preventDefault();
    const number = next();
    add(number);
    list.lastElementChild.querySelector('input, select, textarea')?.focus();
    form.dispatchEvent(new Event('input', { bubbles: true }));
  });

  list.querySelectorAll('[data-remove]').forEach((button) => (button.hidden = false));
  list.addEventListener('click', (event) => {
    if (!event.target.matches('[data-remove]')) return;
    const finding = event.target.closest('[data-finding]');
    // Photos of it that the server has go with it.
    finding.querySelectorAll('[name^="drop-"]').forEach((box) => {
      const drop = Object.assign(document.createElement('input'), { type: 'hidden', name: box.name, value: 'yes' });
      form.append(drop);
    });
    finding.remove();
    form.dispatchEvent(new Event('input', { bubbles: true }));
  });

  // What was kept on this device may have other findings than the page.
  form.addEventListener('keep:restore', (event) => {
    const kept = new Set(event.detail.names.map((name) => /^(?:photos-)?f(\d+)-?/.exec(name)?.[1]).filter(Boolean));
    kept.forEach((number) => add(Number(number)));
    [...list.children].filter((one) => !kept.has(one.dataset.finding)).forEach((one) => one.remove());
  });
})();
