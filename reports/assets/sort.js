(() => {
  const english = document.documentElement.lang === "en";
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const number = (text) => {
    const plain = text.replace(/[\s\u00a0\u202f€%+±≥]/g, "").replace(/\u2212/g, "-").replace(/–.*/, "");
    const value = parseFloat(english ? plain.replace(/,/g, "") : plain.replace(",", "."));
    return Number.isNaN(value) ? -Infinity : value;
  };
  const words = (row, at) => {
    const shown = row.cells[at].cloneNode(true);
    shown.querySelectorAll(".figure-id, .hearing").forEach((part) => part.remove());
    return shown.textContent.trim();
  };
  for (const table of document.querySelectorAll("table")) {
    const body = table.tBodies[0];
    const first = [...body.rows];
    if (first.filter((row) => !row.classList.contains("total")).length < 3) continue;
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      if (head.classList.contains("course")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const numeric = head.classList.contains("number");
        const ways = numeric ? ["descending", "ascending"] : ["ascending", "descending"];
        const next = ways[ways.indexOf(head.ariaSort) + 1];
        for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
        let rows = first;
        if (next) {
          head.setAttribute("aria-sort", next);
          const sign = next === "ascending" ? 1 : -1;
          const key = new Map(first.map((row) => [row, numeric ? number(words(row, at)) : words(row, at)]));
          const compare = (left, right) => (numeric ? key.get(left) - key.get(right) || 0 : order.compare(key.get(left), key.get(right)));
          const last = (row) => row.classList.contains("total");
          rows = [...first].sort((left, right) => last(left) - last(right) || sign * compare(left, right));
        }
        body.append(...rows);
      });
    });
  }
})();
