// Acts on many entries: choosing them in the list, and watching how far they are. Without this script both work, with
// each entry ticked by hand and the page reloaded by hand.
(() => {
  const panel = document.querySelector('[data-bulk]');
  const form = document.getElementById('bulk');
  const boxes = [...document.querySelectorAll('table input[name="number"][form="bulk"]')];

  if (panel && boxes.length) {
    const alls = [...document.querySelectorAll('[data-bulk-all]')].map((label) => {
      const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
      box.setAttribute('aria-label', '选择本页全部');
      label.prepend(box);
      label.hidden = false;
      return box;
    });
    const counts = panel.querySelectorAll('[data-bulk-count]');
    const show = () => {
      const chosen = boxes.filter((box) => box.checked).length;
      counts.forEach((count) => (count.textContent = chosen ? `（已选 ${chosen} 件）` : ''));
      alls.forEach((all) => {
        all.checked = chosen === boxes.length;
        all.indeterminate = chosen > 0 && chosen < boxes.length;
      });
    };
    alls.forEach((all) => all.addEventListener('change', () => {
      boxes.forEach((box) => (box.checked = all.checked));
      show();
    }));
    boxes.forEach((box) => box.addEventListener('change', show));
    // The browser may have kept the ticks of a page that one comes back to.
    window.addEventListener('pageshow', show);
    panel.addEventListener('toggle', () => panel.open && panel.scrollIntoView({ block: 'nearest' }));
  }

  if (form) {
    // A second click sends nothing twice.
    let sent = false;
    form.addEventListener('submit', (event) => {
      if (sent) event.preventDefault();
      sent = true;
    });
    window.addEventListener('pageshow', () => (sent = false));
  }

  const running = document.querySelector('[data-bulk-running]');
  if (!running) return;
  const renew = (page, part) => {
    const [now, next] = [document, page].map((where) => where.querySelector(`[data-bulk-${part}]`));
    if (now.textContent !== next.textContent) now.innerHTML = next.innerHTML;
  };
  const look = async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    // Logged out meanwhile, say: the server knows where to go.
    if (!page.querySelector('[data-bulk-figures]')) return location.reload();
    renew(page, 'figures');
    renew(page, 'says');
    if (page.querySelector('[data-bulk-running]')) return again();
    // Not before the end, as somebody may be reading it.
    renew(page, 'refused');
  };
  const again = () => setTimeout(() => look().catch(again), 2000);
  again();
})();
