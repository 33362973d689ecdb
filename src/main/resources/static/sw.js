// Lets officers open their pages without a network, as they last were. Nothing is sent from here, and whoever logs in or
// out takes the pages of the one before along.
const PAGES = 'pages';
const FILES = 'files';
const STATIC = ['/app.css', '/keep.js', '/record.js', '/logo.svg', '/favicon.svg', '/manifest.webmanifest'];
const OFFLINE = `<!DOCTYPE html><html lang="zh-CN"><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>没有网络</title><link rel="stylesheet" href="/app.css"><main class="page-form"><h1>现在没有网络</h1>
<p>这一页还没有在这部手机上打开过。请等网络恢复后再试；已经填写的内容都还在。</p><p><a class="button large" href="/officer">我的体验</a></p></main>`;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(STATIC)));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const newest = async (request, name) => {
  const cache = await caches.open(name);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    return answer;
  } catch (noNetwork) {
    const kept = await cache.match(request);
    if (kept) return kept;
    if (request.mode === 'navigate') return new Response(OFFLINE, { headers: { 'Content-Type': 'text/html; charset=UTF-8' } });
    throw noNetwork;
  }
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'POST') {
    if (pathname === '/logout' || pathname === '/login') event.waitUntil(caches.delete(PAGES));
  } else if (STATIC.includes(pathname)) {
    event.respondWith(newest(request, FILES));
  } else if (request.mode === 'navigate' && /^\/officer(\/(?!.*\.docx$).*)?$/.test(pathname)) {
    event.respondWith(newest(request, PAGES));
  }
});
