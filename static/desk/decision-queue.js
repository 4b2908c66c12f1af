/* <decision-queue>: decides on rows and goes on to the next without losing the place.
   Without it every decision is a form with buttons, and a page of its own. */

const FEWEST_LEFT = 3; // rows of a section under which more are fetched

class DecisionQueue extends HTMLElement {
  connectedCallback() {
    this.work = Promise.resolve();
    this.picker = this.querySelector("[data-picker]");
    this.addEventListener("submit", (event) => this.onSubmit(event));
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("focusin", (event) => this.mark(event.target.closest("[data-item]")));
    if (!location.hash) this.items[0]?.focus();
  }

  get items() {
    return [...this.querySelectorAll("[data-item]")];
  }

  get current() {
    return this.querySelector("[data-item][aria-current]");
  }

  get undoForm() {
    return this.querySelector("[data-undo]");
  }

  mark(item) {
    if (!item || item === this.current) return;
    this.current?.removeAttribute("aria-current");
    item.setAttribute("aria-current", "true");
  }

  say(message) {
    this.querySelector("[data-said]").textContent = message;
  }

  // Decisions, one after the other: what is undone is the last one, however quickly keys follow

  onSubmit(event) {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    if (form === this.undoForm) {
      this.queue(() => this.undo(form, data));
      return;
    }
    const item = form.closest("[data-item]") ?? this.current;
    if (this.picker.open) this.picker.close();
    if (item.dataset.deciding) return;
    item.dataset.deciding = "true";
    this.beside(item)?.focus();
    this.queue(() => this.decide(form, data, item));
  }

  queue(task) {
    this.work = this.work.then(task).catch(() => this.say(this.dataset.failed));
  }

  async decide(form, data, item) {
    const answer = await this.send(form, data).finally(() => delete item.dataset.deciding);
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
    await this.refresh();
    this.say(answer.message);
  }

  async send(form, data) {
    const headers = { Accept: "application/json" };
    const response = await fetch(form.action, { method: "POST", body: data, headers });
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
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
    else if (!this.current) this.items[0]?.focus();
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
    (this.current ?? this.items[0])?.focus();
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

customElements.define("decision-queue", DecisionQueue);
