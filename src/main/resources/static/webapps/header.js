/** Puts the ways back to our own pages into the header of Camunda's web applications. */
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

function watch() {
  const header = document.querySelector('[cam-widget-header] .navbar-header')?.parentElement;
  if (header && !header.querySelector('.our-pages')) add(header);
}

new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
watch();
