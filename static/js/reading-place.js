/* <reading-place>: a story that was left half read opens where it was left, with a way to its top. The place
   is kept on the reader's device alone, and forgotten once the story is read. */
const KEPT_AS = "newsroom-places";
const MOST_KEPT = 50;

class ReadingPlace extends HTMLElement {
  connectedCallback() {
    this.text = document.querySelector(".story-body");
    this.story = this.dataset.story;
    this.restore();
    addEventListener("pagehide", () => this.remember());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.remember();
    });
  }

  restore() {
    const [entry] = performance.getEntriesByType("navigation");
    const place = places()[this.story];
    /* Going back and reloading, a browser finds the place itself; an address may name one. */
    if (!place || entry?.type !== "navigate" || location.hash) return;
    const box = this.text.children[place.block]?.getBoundingClientRect();
    if (!box) return;
    scrollTo({ top: scrollY + box.top + place.part * box.height, behavior: "instant" });
    this.hidden = false;
    this.querySelector("a").addEventListener("click", () => (this.hidden = true));
    addEventListener("scroll", () => this.hideOnceReadOn(scrollY), { passive: true });
  }

  /* The way to the top goes once the reader is on the way, up or down. */
  hideOnceReadOn(at) {
    this.from ??= at;
    if (Math.abs(at - this.from) > innerHeight) this.hidden = true;
  }

  remember() {
    const kept = places();
    delete kept[this.story];
    const boxes = [...this.text.children].map((block) => block.getBoundingClientRect());
    const block = boxes.findIndex((box) => box.bottom > 0);
    const isRead = this.text.getBoundingClientRect().bottom <= innerHeight;
    if (block > 0 && !isRead) {
      const part = Math.max(0, -boxes[block].top / boxes[block].height);
      kept[this.story] = { block, part, left: Date.now() };
    }
    keep(kept);
  }
}

/* Return, by the story's slug, which block of the text stood at the top, how much of it had gone, and when. */
function places() {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS)) ?? {};
  } catch {
    return {}; /* the reader lets the site keep nothing */
  }
}

function keep(kept) {
  const latest = Object.entries(kept).sort(([, a], [, b]) => b.left - a.left).slice(0, MOST_KEPT);
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(Object.fromEntries(latest)));
  } catch {
    /* As above. */
  }
}

customElements.define("reading-place", ReadingPlace);
