/* <text-size>: two buttons that make the text smaller or larger. The size is kept on the reader's device
   and set as an attribute of the page, on every page of the site. */
const SIZES = ["smaller", "", "larger", "large", "largest"];
const KEPT_AS = "newsroom-text-size";

class TextSize extends HTMLElement {
  connectedCallback() {
    this.buttons = [...this.querySelectorAll("button")];
    this.buttons.forEach((button, place) => {
      button.addEventListener("click", () => this.step(place ? 1 : -1));
    });
    this.show();
  }

  step(by) {
    setSize(SIZES[SIZES.indexOf(size()) + by]);
    this.show();
  }

  show() {
    const place = SIZES.indexOf(size());
    const ends = [place === 0, place === SIZES.length - 1];
    this.buttons.forEach((button, at) => {
      button.disabled = false;
      button.setAttribute("aria-disabled", ends[at]);
    });
  }
}

function size() {
  return document.documentElement.dataset.textSize ?? "";
}

function setSize(chosen) {
  if (chosen === undefined) return;
  document.documentElement.dataset.textSize = chosen;
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {
    /* The reader lets the site keep nothing: the size is this page's alone. */
  }
}

try {
  document.documentElement.dataset.textSize = localStorage.getItem(KEPT_AS) ?? "";
} catch {
  /* Nothing may be kept, so nothing was. */
}

customElements.define("text-size", TextSize);
