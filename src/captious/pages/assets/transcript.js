// Times play the recording on this page, and the paragraph being played is highlighted. Without this script, times are links.
"use strict";
(() => {
  const player = document.querySelector("audio, video");
  if (!player) return;
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
  let current = null;
  player.addEventListener("timeupdate", () => {
    let low = 0, high = said.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (said[middle].start <= player.currentTime + 0.05) low = middle + 1; else high = middle;
    }
    const next = low ? said[low - 1].element : null;
    if (next === current) return;
    if (current) current.removeAttribute("aria-current");
    if (next) next.setAttribute("aria-current", "true");
    current = next;
  });
})();
