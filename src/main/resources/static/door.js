// The code at the door changes each half-minute: the page is asked for the present one. Without this script somebody
// reloads it by hand.
(() => {
  const here = document.querySelector('[data-door]');
  const renew = async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const next = page.querySelector('[data-door]');
    // Logged out meanwhile, say: the server knows where to go.
    if (!next) return location.reload();
    here.innerHTML = next.innerHTML;
    again();
  };
  // Three times in a half-minute: a code is good for one more, so nobody sees one that has lapsed.
  const again = () => setTimeout(() => renew().catch(again), 10000);
  again();
})();
