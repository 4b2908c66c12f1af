/* <decision-queue>: decides on rows and goes on to the next without losing the place.
   Without it every decision is a form with buttons, and a page of its own. */

const FEWEST_LEFT = 5; // rows of a section under which more are fetched, ahead of quick fingers

class DecisionQueue extends HTMLElement {
  connectedCallback() {
    this.work = Promise.resolve();
    this.undoing = 0;
    this.picker = this.querySelector("[data-picker]");
    this.addEventListener("submit", (event) => this.onSubmit(event));
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("focusin", (event) => this.mark(event.target.closest("[data-item]")));
    this.go(this.named(location.hash.slice(1)) ?? this.items[0]);
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

  get sections() {
    return [...this.querySelectorAll("queue-section")];
  }

  /* Return the row of this name, or the first one of the section of this name. */
  named(id) {
    const section = this.sections.find((one) => one.id === id);
    return section ? section.waiting[0] : this.items.find((one) => one.id === id);
  }

  /* Let keys decide on this row from now on. */
  go(item) {
    item?.focus();
    this.mark(item);
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
      this.holdKeys();
      this.queue(() => this.undo(form, data));
      return;
    }
    const item = form.closest("[data-item]") ?? this.current;
    if (this.picker.open) this.picker.close();
    if (item.dataset.deciding) return;
    item.dataset.deciding = "true";
    this.go(this.next(item));
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

  /* Let keys that outrun the answer decide on nothing, since they are meant for what comes back. */
  holdKeys() {
    this.undoing += 1;
    this.place = this.current ?? this.place;
    this.current?.removeAttribute("aria-current");
  }

  async undo(form, data) {
    try {
      if (form.hidden) return;
      const answer = await this.send(form, data);
      await this.refresh();
      if (answer.row) this.place = this.named(answer.row);
      this.say(answer.message);
    } finally {
      this.undoing -= 1;
      if (!this.undoing && this.place?.isConnected) this.go(this.place);
    }
  }

  async send(form, data) {
    const headers = { Accept: "application/json" };
    const response = await fetch(form.action, { method: "POST", body: data, headers });
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  }

  /* Return the row that is next once this one is decided. While more of its section are to come, that is
     itself; only then follow the other sections. */
  next(item) {
    const section = item.closest("queue-section");
    return section.beside(item) ?? (section.hasMore ? item : this.following(section));
  }

  following(section) {
    const at = this.sections.indexOf(section);
    const others = [...this.sections.slice(at + 1), ...this.sections.slice(0, at)];
    return others.flatMap((one) => one.waiting)[0];
  }

  async leave(item) {
    const section = item.closest("queue-section");
    const next = section.beside(item);
    section.drop(item);
    const isShort = section.waiting.length < FEWEST_LEFT && section.hasMore;
    if (isShort || !section.rows.length) await this.refresh();
    if (this.current || this.undoing) return;
    this.go(next?.isConnected ? next : (section.waiting[0] ?? this.following(section)));
  }

  /* Take from the page as it is now what waits. */
  async refresh() {
    const response = await fetch(location.pathname + location.search);
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const section of this.sections) section.fill(fresh.getElementById(section.id));
    const undo = fresh.querySelector("[data-undo]");
    this.undoForm.action = undo.action;
    this.undoForm.hidden = undo.hidden;
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
