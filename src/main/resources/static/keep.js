// Keeps what is typed and chosen in a form on this device until the server has it, and sends it once: the form's token
// goes along, so that what was sent, but whose answer got lost, is not taken twice. Kept for its owner only.
// Phones of 2020 take part: what is newer in browsers is used only where it may be missing. Whatever fails here, the form
// is sent as it would be without a script.
(() => {
  const MOST_BYTES = 60 * 1024 * 1024;
  const LONGEST_SIDE = 2000;
  const RETRY = 15_000;

  // ---- the device's storage: one row a form, by "owner/form"

  const opened = new Promise((done, failed) => {
    // Some browsers within other programs neither open it nor say that they do not.
    setTimeout(() => failed(new Error('no storage')), 3000);
    const request = indexedDB.open('kept', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('forms');
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  opened.catch(() => {}); // Whoever needs it hears of it.
  const store = async (mode, act) => {
    const forms = (await opened).transaction('forms', mode).objectStore('forms');
    const request = act(forms);
    return new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  };
  const read = (key) => store('readonly', (forms) => forms.get(key));
  const write = (key, kept) => store('readwrite', (forms) => forms.put(kept, key));
  const remove = (key) => store('readwrite', (forms) => forms.delete(key));
  const removeWhere = async (wanted) => {
    for (const key of await store('readonly', (forms) => forms.getAllKeys())) {
      const kept = await read(key);
      if (kept && wanted(kept)) await remove(key);
    }
  };

  navigator.serviceWorker?.register('/sw.js').catch(() => {});
  const form = document.querySelector('form[data-keep]');
  const sent = document.querySelector('[data-sent]');
  const cleared = sent ? removeWhere((kept) => kept.token === sent.dataset.sent) : Promise.resolve();
  cleared.catch(() => {});
  if (!form) return;

  const owner = form.dataset.keep;
  const key = `${owner}/${form.dataset.keptAs}`;
  const field = (name) => form.elements.namedItem(name);

  // ---- what the person is told

  const says = form.querySelector('[data-keep-says]');
  const tell = (text, ...acts) => {
    says.textContent = text;
    acts.forEach((act) => says.append(' ', act));
    says.hidden = false;
  };
  const button = (text, act) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'button secondary', textContent: text });
    made.addEventListener('click', act);
    return made;
  };
  const link = (text, href) => Object.assign(document.createElement('a'), { href, textContent: text });

  // ---- what is in the form

  const entries = () => [...new FormData(form)].filter(([name]) => !['_csrf', 'token', 'revision', 'sure', 'act'].includes(name));
  const typed = () => entries().filter(([, value]) => typeof value === 'string');
  const files = () => entries().filter(([, value]) => value instanceof File && value.size > 0);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /** Whether the photos are in their fields again: not every browser lets a script choose files. */
  const putFiles = (kept) => {
    try {
      for (const name of new Set(kept.files.map(([one]) => one))) {
        const chosen = new DataTransfer();
        kept.files.filter(([one]) => one === name).forEach(([, file]) => chosen.items.add(file));
        const input = field(name);
        if (input) input.files = chosen.files;
      }
      return true;
    } catch {
      return false;
    }
  };

  const put = (kept) => {
    form.dispatchEvent(new CustomEvent('keep:restore', { detail: { names: [...kept.typed, ...kept.files].map(([name]) => name) } }));
    const values = new Map(kept.typed);
    for (const one of form.elements) {
      if (!one.name || ['hidden', 'file', 'submit'].includes(one.type)) continue;
      if (one.type === 'radio') one.checked = values.get(one.name) === one.value;
      else if (one.type === 'checkbox') one.checked = values.has(one.name);
      else one.value = values.get(one.name) ?? '';
      if (one.type === 'textarea' && one.value) one.closest('details')?.setAttribute('open', '');
    }
    if (!field('revision').value) field('token').value = kept.token;
    return putFiles(kept);
  };

  // ---- keeping

  let pending = null;
  const keep = async () => {
    const photos = files();
    const fits = photos.reduce((sum, [, file]) => sum + file.size, 0) <= MOST_BYTES;
    const kept = { owner, token: field('token').value, revision: field('revision').value, typed: typed(), pending };
    try {
      await write(key, { ...kept, files: fits ? photos : [] });
      if (!fits) tell('照片太多，这部手机上存不下；文字已存好。请先保存草稿，再加照片。');
    } catch {
      await write(key, { ...kept, files: [] }).then(() => tell('这部手机的存储空间不够，照片没有存下；文字已存好。'),
        () => tell('这部手机不让本页存内容，请及时保存草稿。'));
    }
  };
  let soon;
  form.addEventListener('input', () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      soon = null;
      keep();
    }, 300);
  });
  addEventListener('pagehide', () => {
    clearTimeout(soon);
    if (soon) keep();
  });

  // A phone's photo is many times larger than what the server keeps of it: it goes faster through a slow network.
  const shrink = async (file) => {
    if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < 500_000) return file;
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
      const canvas = Object.assign(document.createElement('canvas'),
        { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      const made = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
      return made && made.size < file.size ? new File([made], 'photo.jpg', { type: 'image/jpeg' }) : file;
    } catch {
      return file; // The server says what is wrong with it.
    }
  };
  let shrinking = Promise.resolve();
  form.addEventListener('change', (event) => {
    const input = event.target;
    if (input.type !== 'file') return;
    shrinking = Promise.all([...input.files].map(shrink)).then((small) => {
      const chosen = new DataTransfer();
      small.forEach((file) => chosen.items.add(file));
      input.files = chosen.files;
    }).catch(() => {}).then(keep); // A browser that can't put files into a field sends them as they are.
  });

  // ---- sending

  /** Whether the server has it: {number}, or what is needed to send it; null without a network. */
  const ask = async (token) => {
    try {
      // Who cannot ask sends.
      if (!window.fetch) return {};
      const late = new Promise((done, failed) => setTimeout(() => failed(new Error('late')), RETRY));
      const answer = await Promise.race([late, fetch(`${form.dataset.arrived}/${encodeURIComponent(token)}`,
        { credentials: 'same-origin', headers: { 'X-Requested-With': 'XMLHttpRequest' } })]);
      if (answer.redirected || answer.status === 401) return { login: true };
      if (answer.ok) return { text: await answer.text() };
      return answer.status === 404 ? { csrf: answer.headers.get('X-CSRF-TOKEN') } : null;
    } catch {
      return null;
    }
  };

  let again;
  const waitFor = (submitter) => {
    pending = submitter?.value ?? 'send';
    const act = { draft: '保存', discard: '删除' }[pending] ?? '提交';
    tell(`现在没有网络。内容和照片已存在这部手机上，网络恢复后会自动${act}；关闭了本页的，请以后再打开一次。其实有网络的，请点`,
      button('直接发送', () => plainly(submitter)));
    clearTimeout(again);
    again = setTimeout(() => attempt(submitter), RETRY);
    return keep();
  };

  const send = async (submitter) => {
    clearTimeout(again);
    clearTimeout(soon);
    soon = null;
    await shrinking;
    const state = navigator.onLine ? await ask(field('token').value) : null;
    if (!state) return waitFor(submitter);
    pending = submitter?.value ?? 'send';
    await keep();
    if (state.login) return tell('登录已过期。内容和照片已存在这部手机上，', link('请重新登录', location.pathname), '，登录后会自动提交。');
    if (state.text) {
      await remove(key);
      location.assign('/officer');
      return;
    }
    if (state.csrf) field('_csrf').value = state.csrf;
    plainly(submitter);
  };
  /** What the form says was validated before it came here; its button goes along. */
  const plainly = (submitter) => {
    if (submitter?.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value }));
    form.submit();
  };
  const attempt = (submitter) => send(submitter).catch(() => plainly(submitter));
  let last = null;
  let pressed = null; // Which button it was Safari says since 2022 only.
  form.addEventListener('click', (event) => {
    const one = event.target.closest('button');
    if (one?.type === 'submit') pressed = one;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    last = event.submitter ?? pressed;
    attempt(last);
  });
  addEventListener('online', () => {
    if (pending) attempt(last);
  });

  // ---- what was kept before

  const restore = (kept) => {
    if (!put(kept)) return tell('上次没有提交的文字已恢复；照片请重新选择。');
    tell('上次没有提交的内容已恢复，请接着填写。');
    if (!kept.pending) return;
    last = [...form.querySelectorAll('button[name="act"]')].find((one) => one.value === kept.pending) ?? null;
    if (last?.formNoValidate || form.reportValidity()) attempt(last);
  };

  const begin = async () => {
    // A page from this device's store may come more than once; each report has a token of its own.
    if (!field('revision').value && !form.dataset.again && window.crypto?.randomUUID) field('token').value = crypto.randomUUID();
    await cleared;
    await removeWhere((kept) => kept.owner !== owner);
    const first = await read(`${owner}/report`);
    const kept = await read(key) ?? (first?.token === field('token').value ? first : null);
    if (!kept) return;
    if (form.dataset.again) {
      // The server shows what was typed; photos that it did not take are still here.
      await removeWhere((one) => one.token === kept.token);
      if (form.dataset.again === 'photos') putFiles(kept);
      return keep();
    }
    const state = await ask(kept.token);
    if (state?.text) {
      await remove(key);
      return tell(`上次提交的内容已收到：${state.text}`);
    }
    if (kept.revision === field('revision').value) return restore(kept);
    if (same(kept.typed, typed()) && !kept.files.length) return remove(key);
    tell('这部手机上有一份没有存上去的内容，和已存的草稿不一样。',
      button('用手机上的', () => restore({ ...kept, pending: null })),
      button('不要了', () => remove(key).then(() => (says.hidden = true))));
  };
  // Only then are all scripts of the page there: those that make room for what was kept, too.
  addEventListener('DOMContentLoaded', () => begin().catch(() => tell('这部手机不让本页存内容，请及时保存草稿。')));
})();
