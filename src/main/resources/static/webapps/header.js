/**
 * Puts the ways back to our own pages into the header of Camunda's web applications, and the family name first; logs in
 * and out where we do, so that an identity provider takes part.
 */
import site from './site.js';

const LOG_OUT = '/camunda/api/admin/auth/user/default/logout';

function add(header) {
  const links = document.createElement('div');
  links.className = 'our-pages';
  for (const { label, path } of site.places) {
    const link = document.createElement('a');
    link.href = path;
    link.textContent = label;
    links.append(link);
  }
  header.querySelector('.navbar-header').append(links);
}

/** The applications put the given name first, as in English. */
function familyNameFirst(header) {
  const name = header.querySelector('.glyphicon-user')?.nextSibling;
  const [, given, family] = name?.nodeValue.match(/^\s*([\p{Script=Han}\p{Co}·•]+) ([\p{Script=Han}\p{Co}·•]+)\s*$/u) ?? [];
  if (family) name.nodeValue = ` ${family}${given} `;
}

function watch() {
  const header = document.querySelector('[cam-widget-header] .navbar-header')?.parentElement;
  if (!header) return;
  if (!header.querySelector('.our-pages')) add(header);
  familyNameFirst(header);
}

function logOut(event) {
  if (!event.target.closest('.logout a')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = LOG_OUT;
  document.body.append(form);
  form.submit();
}

/** The applications' own login is closed. A page that is loaded without a session leads to ours, and back again. */
function logIn() {
  if (!location.hash.startsWith('#/login')) return;
  history.replaceState(null, '', location.pathname);
  location.reload();
}

document.addEventListener('click', logOut, true);
addEventListener('hashchange', logIn);
new MutationObserver(watch).observe(document.body, { childList: true, characterData: true, subtree: true });
watch();
