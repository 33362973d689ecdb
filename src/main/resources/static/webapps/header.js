/** Puts the ways back to our own pages into the header of Camunda's web applications, and the family name first. */
import site from './site.js';

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
  const [, given, family] = name?.nodeValue.match(/^\s*(\p{Script=Han}+) (\p{Script=Han}+)\s*$/u) ?? [];
  if (family) name.nodeValue = ` ${family}${given} `;
}

function watch() {
  const header = document.querySelector('[cam-widget-header] .navbar-header')?.parentElement;
  if (!header) return;
  if (!header.querySelector('.our-pages')) add(header);
  familyNameFirst(header);
}

new MutationObserver(watch).observe(document.body, { childList: true, characterData: true, subtree: true });
watch();
