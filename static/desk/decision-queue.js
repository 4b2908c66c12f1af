/* <decision-queue>: decides what waits by one key each, and goes on without losing the place.
   Without it every decision is a form with buttons, and a page of its own. */

const FEWEST_LEFT = 3; // rows of a section under which more are fetched
const SWITCH = "newsroom-decide-by-keys";

class DecisionQueue extends HTMLElement {
  connectedCallback() {
    this.work = Promise.resolve();
    this.picker = this.querySelector("[data-picker]");
    this.keys = this.querySelector("[data-keys]");
    this.switch = this.querySelector("[data-switch]");
    this.switch.checked = localStorage.getItem(SWITCH) !== "off";
    this.switch.addEventListener("change", () =>
      localStorage.setItem(SWITCH, this.switch.checked ? "on" : "off"),
    );
    const help = this.querySelector("[data-help]");
    help.hidden = false;
    help.addEventListener("click", () => this.keys.showModal());
    this.addEventListener("submit", (event) => this.onSubmit(event));
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("focusin", (event) => this.mark(event.target.closest("[data-item]")));
    this.onKey = this.onKey.bind(this);
    document.addEventListener("keydown", this.onKey);
    if (!location.hash) this.focusOn(this.items[0]);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
  }

  get items() {
    return [...this.querySelectorAll("[data-item]")];
  }

  get current() {
    return this.querySelector("[data-item][aria-current]");
  }

  // Keys

  onKey(event) {
    const busy = event.ctrlKey || event.metaKey || event.altKey || this.querySelector("dialog[open]");
    if (busy || !this.switch.checked || isTyping(event.target)) return;
    const key = { ArrowDown: "j", ArrowUp: "k" }[event.key] ?? event.key;
    const action = this.actions[key] ?? this.decision(key);
    if (!action) return;
    event.preventDefault();
    action();
  }

  get actions() {
    return {
      j: () => this.step(1),
      k: () => this.step(-1),
      t: () => this.changeKind(),
      u: () => this.undoForm.requestSubmit(),
      "?": () => this.keys.showModal(),
    };
  }

  decision(key) {
    const control = this.current?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    return control && (() => control.click());
  }

  step(by) {
    const at = this.items.indexOf(this.current);
    this.focusOn(this.items[Math.min(Math.max(at + by, 0), this.items.length - 1)]);
  }

  changeKind() {
    const kind = this.current?.querySelector("[data-kind]");
    if (!kind) return;
    kind.selectedIndex = (kind.selectedIndex + 1) % kind.options.length;
    this.say(kind.selectedOptions[0].textContent);
  }

  focusOn(item) {
    item?.focus();
    item?.scrollIntoView({ block: "nearest" });
  }

  mark(item) {
    if (!item || item === this.current) return;
    this.current?.removeAttribute("aria-current");
    item.setAttribute("aria-current", "true");
  }

  // Decisions, one after the other: what is undone is the last one, however quickly keys follow

  onSubmit(event) {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    if (form === this.undoForm) {
      this.work = this.work.then(() => this.undo(form, data));
      return;
    }
    const item = form.closest("[data-item]") ?? this.current;
    if (this.picker.open) this.picker.close();
    if (item.dataset.deciding) return;
    item.dataset.deciding = "true";
    this.focusOn(this.beside(item));
    this.work = this.work.then(() => this.decide(form, data, item));
  }

  async decide(form, data, item) {
    const answer = await this.send(form, data);
    if (!answer) {
      delete item.dataset.deciding;
      return;
    }
    if (answer.undo) {
      this.undoForm.action = answer.undo;
      this.undoForm.hidden = false;
    }
    this.say(answer.message);
    await this.leave(item);
  }

  async undo(form, data) {
    if (form.hidden) return;
    const answer = await this.send(form, data);
    if (!answer) return;
    await this.refresh();
    this.say(answer.message);
  }

  async send(form, data) {
    try {
      const headers = { Accept: "application/json" };
      const response = await fetch(form.action, { method: "POST", body: data, headers });
      if (!response.ok) throw new Error(response.statusText);
      return await response.json();
    } catch {
      this.say(this.dataset.failed);
      return null;
    }
  }

  /* Return the row that is next once this one is decided: the one below it, else the one above. */
  beside(item) {
    const waiting = this.items.filter((one) => one === item || !one.dataset.deciding);
    const at = waiting.indexOf(item);
    return waiting[at + 1] ?? waiting[at - 1];
  }

  async leave(item) {
    const section = item.closest("[data-section]");
    item.remove();
    this.count(section);
    if (section.querySelectorAll("[data-item]").length < FEWEST_LEFT) await this.refresh();
    else if (!this.current) this.focusOn(this.items[0]);
  }

  count(section) {
    const count = section.querySelector("[data-count]");
    if (/^\d+$/.test(count.textContent)) count.textContent = Math.max(count.textContent - 1, 0);
  }

  /* Take from the page as it is now what waits, in its order, and leave in place what is there. */
  async refresh() {
    const response = await fetch(location.pathname + location.search);
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const section of this.querySelectorAll("[data-section]")) {
      const now = fresh.getElementById(section.id);
      section.querySelector("[data-count]").textContent =
        now.querySelector("[data-count]").textContent;
      const items = section.querySelector("[data-items]");
      const rows = [...now.querySelectorAll("[data-item]")];
      items.replaceChildren(...rows.map((row) => this.querySelector(`#${row.id}`) ?? row));
      section.querySelector("[data-nothing]").hidden = rows.length > 0;
    }
    const undo = fresh.querySelector("[data-undo]");
    this.undoForm.action = undo.action;
    this.undoForm.hidden = undo.hidden;
    if (!this.current) this.focusOn(this.items[0]);
  }

  get undoForm() {
    return this.querySelector("[data-undo]");
  }

  say(message) {
    this.querySelector("[data-said]").textContent = message;
  }

  // Somebody else

  async onClick(event) {
    const link = event.target.closest('a[data-key="o"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const item = link.closest("[data-item]");
    this.mark(item);
    const address = new URL(link.href);
    const kind = item.querySelector("[data-kind]");
    if (kind) address.searchParams.set("kind", kind.value);
    const response = await fetch(address);
    if (!response.ok) return void (location.href = address);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const picker = document.importNode(page.querySelector("entity-picker"), true);
    picker.setAttribute("src", address);
    this.picker.replaceChildren(picker);
    this.picker.showModal();
  }
}

function isTyping(element) {
  return element.matches?.("input:not([type=radio], [type=checkbox]), textarea, select");
}

customElements.define("decision-queue", DecisionQueue);
