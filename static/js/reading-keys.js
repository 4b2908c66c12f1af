/* <reading-keys>: j and k, or the arrows, lead to what is next and what is previous, be it a story or a page
   of a list; / leads to the search. Its box turns them off, since some readers' tools type letters. */
const KEPT_AS = "newsroom-reading-keys";

class ReadingKeys extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("input");
    this.box.checked = kept() !== "off";
    this.box.addEventListener("change", () => keep(this.box.checked ? "on" : "off"));
    this.onKey = this.onKey.bind(this);
    document.addEventListener("keydown", this.onKey);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
  }

  onKey(event) {
    const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (held || event.defaultPrevented || !this.box.checked || isUsed(event.target)) return;
    const target = this.target(event.key);
    if (!target) return;
    event.preventDefault();
    if (target.matches("a")) target.click();
    else target.focus();
  }

  target(key) {
    if (key === "/") return document.querySelector("input[type=search]");
    const [before, after] = document.dir === "rtl" ? ["Right", "Left"] : ["Left", "Right"];
    if (key === "j" || key === `Arrow${after}`) return document.querySelector("main a[rel=next]");
    if (key === "k" || key === `Arrow${before}`) return document.querySelector("main a[rel=prev]");
    return null;
  }
}

/* Tell whether the element has a use for keys itself. */
function isUsed(element) {
  return element.closest("input, textarea, select, pre, table, [contenteditable]");
}

function kept() {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null; /* the reader lets the site keep nothing */
  }
}

function keep(state) {
  try {
    localStorage.setItem(KEPT_AS, state);
  } catch {
    /* As above: what was chosen holds for this page. */
  }
}

customElements.define("reading-keys", ReadingKeys);
