// Keeps what is typed into a form on this device until the server has it. The form's token goes along, so that what was
// sent, but whose answer got lost, is not taken twice. Photos stay in the open page only.
(() => {
  const KEY = 'kept-report';
  const stored = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY));
    } catch {
      return null;
    }
  };

  const sent = document.querySelector('[data-sent]');
  if (sent && stored()?.token === sent.dataset.sent) localStorage.removeItem(KEY);

  const form = document.querySelector('form[data-keep]');
  if (!form) return;
  const says = form.querySelector('[data-keep-says]');
  const tell = (text) => {
    says.textContent = text;
    says.hidden = false;
  };
  const typed = () => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== '_csrf');

  const restore = (kept) => {
    for (const [name, value] of kept.typed) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === 'radio') field.checked = field.value === value;
        else field.value = value;
      }
    }
    tell('上次没有提交的内容已恢复，请接着填写。照片需要重新选择。');
  };

  const kept = stored();
  // A refused form comes back from the server with all that was typed.
  if (kept && kept.owner === form.dataset.keep && !form.dataset.again) {
    // It may have arrived, and only the answer got lost.
    fetch(`${form.dataset.arrived}/${encodeURIComponent(kept.token)}`, { credentials: 'same-origin' })
      .then((answer) => {
        if (!answer.ok) return restore(kept);
        localStorage.removeItem(KEY);
        return answer.text().then((number) => tell(`上次提交的内容已收到，编号 ${number}。`));
      })
      .catch(() => restore(kept));
  }

  form.addEventListener('input', () => localStorage.setItem(KEY,
    JSON.stringify({ owner: form.dataset.keep, token: form.elements.token.value, typed: typed() })));

  let waits = false;
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    waits = true;
    tell('现在没有网络。内容已存在这部手机上，请不要关闭本页，网络恢复后会自动提交。');
  });
  window.addEventListener('online', () => {
    if (waits) form.requestSubmit();
  });
})();
