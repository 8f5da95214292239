// Times play the recording on this page; what is played and the chapter being read are marked; the text can be searched.
// Without this script, times and chapters are links, and the browser's own search finds everything.
"use strict";
(() => {
  const at = (list, value, key) => {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (key(list[middle]) <= value) low = middle + 1; else high = middle;
    }
    return low - 1;
  };
  const mark = (before, after, value) => {
    if (before === after) return after;
    if (before) before.removeAttribute("aria-current");
    if (after) after.setAttribute("aria-current", value);
    return after;
  };

  const player = document.querySelector("audio, video");
  if (player) {
    const said = [...document.querySelectorAll(".said")].map(element => ({ element, start: Number(element.dataset.start) }));
    const seek = seconds => {
      const play = () => { player.currentTime = seconds; player.play().catch(() => {}); };
      if (player.readyState > 0) play();
      else { player.addEventListener("loadedmetadata", play, { once: true }); player.load(); }
    };
    document.addEventListener("click", event => {
      const link = event.target.closest("a[data-start]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      seek(Number(link.dataset.start));
    });
    let playing = null;
    player.addEventListener("timeupdate", () => {
      const number = at(said, player.currentTime + 0.05, one => one.start);
      playing = mark(playing, number < 0 ? null : said[number].element, "true");
    });
  }

  const links = [...document.querySelectorAll(".chapters a")];
  const heads = links.map(link => document.getElementById(link.hash.slice(1)));
  let reading = null, waiting = false;
  const follow = () => {
    waiting = false;
    // the sticky player of a narrow screen hides the top of the text
    const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8;
    const number = at(heads, edge, head => head.getBoundingClientRect().top);
    const link = number < 0 ? null : links[number];
    if (link === reading) return;
    reading = mark(reading, link, "location");
    const list = link && link.closest(".chapters");
    if (list && list.scrollHeight > list.clientHeight) {
      const box = link.getBoundingClientRect(), frame = list.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - frame.height / 3;
    }
  };
  if (heads.length && heads.every(Boolean)) {
    addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
    follow();
  }

  const form = document.querySelector(".search");
  const field = form.querySelector("input"), status = form.querySelector("output");
  const buttons = form.querySelectorAll("button");
  const texts = [...document.querySelectorAll(".said p bdi")].map(element => ({ element, text: element.textContent }));
  const most = 2000;
  let found = [], changed = [], chosen = -1, timer = 0;
  const fill = (pattern, ...values) => values.reduce((text, value) => text.replace("{}", value), pattern);
  const show = number => {
    mark(found[chosen] || null, found[number], "true");
    chosen = number;
    found[chosen].scrollIntoView({ block: "center" });
    status.textContent = fill(form.dataset.match, chosen + 1, found.length);
  };
  const search = () => {
    for (const one of changed) one.element.textContent = one.text;
    found = []; changed = []; chosen = -1;
    const query = field.value.trim();
    if (query.length > 1) {
      const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+").replace(/['’]/g, "['’]"), "giu");
      for (const one of texts) {
        if (found.length >= most) break;
        const parts = [];
        let end = 0;
        for (const match of one.text.matchAll(pattern)) {
          const hit = document.createElement("mark");
          hit.textContent = match[0];
          parts.push(one.text.slice(end, match.index), hit);
          found.push(hit);
          end = match.index + match[0].length;
        }
        if (!parts.length) continue;
        one.element.replaceChildren(...parts, one.text.slice(end));
        changed.push(one);
      }
    }
    for (const button of buttons) button.disabled = !found.length;
    status.textContent = query.length > 1 ? form.dataset.none : "";
    if (found.length) status.textContent = fill(form.dataset.match, "–", found.length);
  };
  const step = way => {
    clearTimeout(timer);
    if (timer) { timer = 0; search(); }
    if (found.length) show((chosen + way + found.length + (chosen < 0 && way < 0 ? 1 : 0)) % found.length);
  };
  form.hidden = false;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { timer = 0; search(); }, 150);
  });
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); step(-1); }
  });
  form.addEventListener("submit", event => { event.preventDefault(); step(1); });
  buttons[0].addEventListener("click", () => step(-1));
})();
