/* Fetches a story or a list of this site while the pointer rests on the link to it, so that it opens at once. */
const REST = 80; /* milliseconds: a pointer that only passes rests for less */

let timer = 0;
const fetched = new Set([location.href]);

function prefetch(address) {
  if (fetched.has(address)) return;
  fetched.add(address);
  const link = document.createElement("link");
  link.rel = "prefetch";
  link.href = address;
  document.head.append(link);
}

/* Not for readers who save data, nor for links that look something up. */
if (!navigator.connection?.saveData) {
  document.addEventListener("pointerover", (event) => {
    clearTimeout(timer);
    const link = event.target.closest("main a[href]:not([rel=nofollow])");
    if (link?.origin !== location.origin || link.pathname === location.pathname) return;
    timer = setTimeout(() => prefetch(link.href), REST);
  });
}
