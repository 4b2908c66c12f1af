/* <queue-keys>: presses the buttons of the row that has the focus by one key each, and walks among rows.
   It holds the dialog that tells the keys, and the switch that turns them off. */

const SWITCH = "newsroom-decide-by-keys";

class QueueKeys extends HTMLElement {
  connectedCallback() {
    this.queue = this.closest("decision-queue");
    this.dialog = this.querySelector("dialog");
    this.switch = this.querySelector("[data-switch]");
    this.switch.checked = localStorage.getItem(SWITCH) !== "off";
    this.switch.addEventListener("change", () => {
      localStorage.setItem(SWITCH, this.switch.checked ? "on" : "off");
    });
    const help = this.queue.querySelector("[data-help]");
    help.hidden = false;
    help.addEventListener("click", () => this.dialog.showModal());
    this.onKey = this.onKey.bind(this);
    document.addEventListener("keydown", this.onKey);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
  }

  onKey(event) {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (held || !this.switch.checked || isTyping(event.target)) return;
    if (this.queue.querySelector("dialog[open]")) return;
    const key = { ArrowDown: "j", ArrowUp: "k" }[event.key] ?? event.key;
    const action = this.actions[key] ?? this.buttonOf(key);
    if (!action) return;
    event.preventDefault();
    action();
  }

  get actions() {
    return {
      j: () => this.step(1),
      k: () => this.step(-1),
      t: () => this.changeKind(),
      u: () => this.queue.querySelector("[data-undo]").requestSubmit(),
      "?": () => this.dialog.showModal(),
    };
  }

  buttonOf(key) {
    const button = this.current?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    return button && (() => button.click());
  }

  step(by) {
    const items = [...this.queue.querySelectorAll("[data-item]")];
    const at = items.indexOf(this.current) + by;
    items[Math.min(Math.max(at, 0), items.length - 1)]?.focus();
  }

  changeKind() {
    const kind = this.current?.querySelector("[data-kind]");
    if (!kind) return;
    kind.selectedIndex = (kind.selectedIndex + 1) % kind.options.length;
    this.queue.querySelector("[data-said]").textContent = kind.selectedOptions[0].textContent;
  }

  get current() {
    return this.queue.querySelector("[data-item][aria-current]");
  }
}

function isTyping(element) {
  return element.matches?.("input:not([type=radio], [type=checkbox]), textarea, select");
}

customElements.define("queue-keys", QueueKeys);
