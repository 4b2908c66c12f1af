/* Shows, under the field, names and stories that what is typed may lead to. */
const PAUSE = 150; /* milliseconds without a letter */

class SearchSuggestions extends HTMLElement {
  #timer = 0;
  #asking = new AbortController();
  #list = document.createElement("ul");

  connectedCallback() {
    this.#list.className = "suggestions";
    this.#list.hidden = true;
    this.querySelector("form").after(this.#list);
    this.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), PAUSE);
    });
    this.addEventListener("keydown", (event) => this.#onKey(event));
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget)) this.#list.hidden = true;
    });
  }

  async #ask() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const words = this.querySelector("input").value.trim();
    const address = `${this.dataset.address}?${new URLSearchParams({ q: words })}`;
    try {
      const answer = await fetch(address, { signal: this.#asking.signal });
      if (answer.ok) this.#show(await answer.json());
    } catch (error) {
      /* A newer question took its place, or there is no network: the form still works. */
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    }
  }

  #show({ names, stories }) {
    const lines = [
      ...names.map(({ url, name, kind }) => this.#line(url, name, kind)),
      ...stories.map(({ url, title, language }) => this.#line(url, title, "", language)),
    ];
    this.#list.replaceChildren(...lines);
    this.#list.hidden = lines.length === 0;
  }

  #line(url, words, kind, language = "") {
    const link = document.createElement("a");
    link.href = url;
    link.lang = language;
    link.dir = "auto";
    link.append(words);
    if (kind) {
      const said = document.createElement("span");
      said.append(` ${kind}`);
      link.append(said);
    }
    const line = document.createElement("li");
    line.append(link);
    return line;
  }

  /* The arrows walk through the field and the lines; Escape puts them away. */
  #onKey(event) {
    const stops = [this.querySelector("input"), ...this.#list.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const place = stops.indexOf(document.activeElement);
    if (event.key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      this.#list.hidden = true;
      stops[0].focus();
    } else if (step && place >= 0 && !this.#list.hidden) {
      event.preventDefault();
      stops[(place + step + stops.length) % stops.length].focus();
    }
  }
}

customElements.define("search-suggestions", SearchSuggestions);
