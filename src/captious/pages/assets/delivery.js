// The table of files: search and filter.
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const form = byId("filter"), words = byId("words"), need = byId("need"), shown = byId("shown");
  const rows = [...byId("rows").rows].map(row => [row, null]);
  const text = entry => entry[1] ??= entry[0].textContent.toLowerCase();
  let waiting = 0;
  const show = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let number = 0;
    for (const entry of rows) {
      const fits = (!need.value || entry[0].classList.contains(need.value)) && wanted.every(word => text(entry).includes(word));
      if (entry[0].hidden === fits) entry[0].hidden = !fits;
      number += fits;
    }
    const all = rows.length.toLocaleString("en");
    shown.textContent = number === rows.length ? `${all} files` : `${number.toLocaleString("en")} of ${all} files`;
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(show, 120); };
  words.addEventListener("input", soon);
  need.addEventListener("change", show);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
  show();
})();
