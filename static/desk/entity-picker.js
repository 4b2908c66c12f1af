/* <entity-picker>: finds people, organizations and events while their names are typed.
   Without it the same form asks for a page of them. `src` is that page's address, by default this one's. */

const PAUSE = 150; // milliseconds without a key before the newsroom is asked

class EntityPicker extends HTMLElement {
  connectedCallback() {
    this.search = this.querySelector("[data-search]");
    this.words = this.search.elements.namedItem("q");
    this.words.addEventListener("input", () => this.askSoon());
    this.search.addEventListener("submit", (event) => {
      event.preventDefault();
      this.results[0]?.focus();
    });
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.words.focus();
    this.words.select();
  }

  get results() {
    return [...this.querySelectorAll("[data-found] button")];
  }

  onKey(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const stops = [this.words, ...this.results];
    const at = stops.indexOf(document.activeElement);
    stops[Math.min(Math.max(at + by, 0), stops.length - 1)].focus();
  }

  askSoon() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const address = new URL(this.getAttribute("src") ?? location.href);
    for (const [name, value] of new FormData(this.search)) address.searchParams.set(name, value);
    const asked = this.words.value;
    const response = await fetch(address);
    if (!response.ok || asked !== this.words.value) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector("entity-picker [data-found]");
    this.querySelector("[data-found]").replaceWith(document.importNode(found, true));
    this.querySelector("[data-heard]").textContent = page.querySelector("[data-heard]").textContent;
  }
}

customElements.define("entity-picker", EntityPicker);
