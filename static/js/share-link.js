/* <share-link>: its button hands the page to whatever the device shares with, if it shares at all. */
class ShareLink extends HTMLElement {
  connectedCallback() {
    if (!navigator.share) return;
    const button = this.querySelector("button");
    button.addEventListener("click", () => this.share());
    button.disabled = false;
  }

  async share() {
    const url = document.querySelector("link[rel=canonical]").href;
    const title = document.querySelector("h1").textContent.trim();
    try {
      await navigator.share({ title, url });
    } catch (error) {
      /* The reader thought better of it. */
      if (error.name !== "AbortError") throw error;
    }
  }
}

customElements.define("share-link", ShareLink);
