/* Shows what is found while one types: the page itself is asked again, and its list put in place. */
const PAUSE = 150; /* milliseconds without a letter */

class LiveSearch extends HTMLElement {
  #timer = 0;
  #asking = new AbortController();

  connectedCallback() {
    this.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), PAUSE);
    });
  }

  async #ask() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const form = this.querySelector("form");
    const address = new URL(form.action);
    const words = new FormData(form).get("q").trim();
    if (words) address.searchParams.set("q", words);
    try {
      const answer = await fetch(address, { signal: this.#asking.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.querySelector("#found").replaceWith(page.querySelector("#found"));
      history.replaceState(null, "", address);
    } catch (error) {
      /* A newer question took its place, or there is no network: the form still works. */
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    }
  }
}

customElements.define("live-search", LiveSearch);
