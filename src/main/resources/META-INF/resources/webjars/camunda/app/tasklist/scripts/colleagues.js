/* The tab 协办 of an open task: the server draws it and decides everything, this only sends what is filled in. */
const UNREACHABLE = '没有连上服务器，请稍后再试。';

function fill(node, content) {
  node.textContent = '';
  node.append(content);
}

export default {
  id: 'colleagues',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: '协办' },

  render(node, { api, taskId }, scope) {
    const url = api.baseApi.replace(/\/api\/.*$/, '') + '/api/colleagues/' + encodeURIComponent(taskId);

    const draw = message =>
      fetch(url, { credentials: 'same-origin' })
        .then(answer => answer.text())
        .then(html => {
          const panel = new DOMParser().parseFromString(html, 'text/html').querySelector('.colleagues');
          fill(node, panel);
          if (message) tell(message, false);
        })
        .catch(() => fill(node, UNREACHABLE));

    const tell = (message, wrong) => {
      const result = node.querySelector('.colleagues-result');
      result.textContent = message;
      result.classList.toggle('wrong', wrong);
      result.hidden = false;
      result.scrollIntoView({ block: 'nearest' });
    };

    node.addEventListener('submit', event => {
      event.preventDefault();
      const form = event.target;
      const button = form.querySelector('button');
      button.disabled = true;
      fetch(url + '/' + form.dataset.act, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
        body: JSON.stringify(Object.fromEntries(new FormData(form)))
      })
        .then(answer => answer.json().then(said => ({ ok: answer.ok, said })))
        .then(({ ok, said }) => {
          if (!ok) return tell(said.detail, true);
          if (scope && scope.taskData) scope.taskData.changed('task');
          return draw(said.message);
        })
        .catch(() => tell(UNREACHABLE, true))
        .finally(() => (button.disabled = false));
    });

    draw();
  }
};

/* The engine renews it now and then: read when it is needed. */
function token() {
  const cookie = document.cookie.split('; ').find(one => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}
