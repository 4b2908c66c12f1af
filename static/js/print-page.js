/* <print-page>: its button prints the page. */
class PrintPage extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.addEventListener("click", () => print());
    button.disabled = false;
  }
}

customElements.define("print-page", PrintPage);
