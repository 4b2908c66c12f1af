/* <queue-section>: the rows of one sort that wait, and how many there are. It knows what is beside a row,
   and is filled up from the page as it is now. */

class QueueSection extends HTMLElement {
  get rows() {
    return [...this.querySelectorAll("[data-item]")];
  }

  /* The rows that can be decided on: one that is being decided stays until the newsroom has answered. */
  get waiting() {
    return this.rows.filter((row) => !row.dataset.deciding);
  }

  /* Whether more wait than are shown. */
  get hasMore() {
    return parseInt(this.count.textContent, 10) > this.rows.length;
  }

  get count() {
    return this.querySelector("[data-count]");
  }

  /* Return the row below that waits, else the one above. */
  beside(item) {
    const rows = this.rows.filter((row) => row === item || !row.dataset.deciding);
    const at = rows.indexOf(item);
    return rows[at + 1] ?? rows[at - 1];
  }

  drop(item) {
    item.remove();
    const count = this.count.textContent;
    if (/^\d+$/.test(count)) this.count.textContent = Math.max(count - 1, 0);
  }

  /* Bring the rows to those of `now`. What stays is not moved, or it would lose the focus. */
  fill(now) {
    const rows = [...now.querySelectorAll("[data-item]")];
    const ids = new Set(rows.map((row) => row.id));
    for (const row of this.waiting) if (!ids.has(row.id)) row.remove();
    const there = new Map(this.rows.map((row) => [row.id, row]));
    let last = null;
    for (const row of rows) {
      const kept = there.get(row.id);
      if (!kept && last) last.after(row);
      else if (!kept) this.querySelector("[data-items]").prepend(row);
      last = kept ?? row;
    }
    this.count.textContent = now.querySelector("[data-count]").textContent;
    this.querySelector("[data-nothing]").hidden = rows.length > 0;
  }
}

customElements.define("queue-section", QueueSection);
