/* <copy-link>: its button copies the address of the page, and says so. */
const PAUSE = 2000; /* milliseconds that it says so */

class CopyLink extends HTMLElement {
  connectedCallback() {
    /* A page that is not sent over HTTPS may not write to the clipboard. */
    if (!navigator.clipboard) return;
    this.button = this.querySelector("button");
    this.words = this.querySelector("span");
    this.button.addEventListener("click", () => this.copy());
    this.button.disabled = false;
  }

  async copy() {
    await navigator.clipboard.writeText(document.querySelector("link[rel=canonical]").href);
    const said = this.words.textContent;
    if (said === this.dataset.done) return;
    this.words.textContent = this.dataset.done;
    setTimeout(() => (this.words.textContent = said), PAUSE);
  }
}

customElements.define("copy-link", CopyLink);
