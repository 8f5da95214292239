// The player of a preview: a recording or a silent clock, the captions as viewers see them, and the list of cues.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = id => document.getElementById(id);
  const list = byId("cues");
  const items = [...list.children];
  const buttons = items.map(item => item.firstElementChild);
  const first = data.versions[0].cues;
  const times = new Map(first.map(([start, end, number]) => [number, [start, end]]));
  const media = byId("media");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  // --- the clock -----------------------------------------------------------------------------------------------------
  const silent = {
    at: 0, since: null, rate: 1,
    get time() { return this.since === null ? this.at : Math.min(this.at + (performance.now() - this.since) / 1000 * this.rate, data.end); },
    get playing() { return this.since !== null; },
    seek(seconds) { this.at = seconds; if (this.since !== null) this.since = performance.now(); },
    play() { if (this.time >= data.end) this.at = 0; this.since = performance.now(); },
    pause() { this.at = this.time; this.since = null; },
    setRate(rate) { this.at = this.time; if (this.since !== null) this.since = performance.now(); this.rate = rate; },
  };
  const recorded = media && {
    get time() { return media.currentTime; },
    get playing() { return !media.paused && !media.ended; },
    seek(seconds) { media.currentTime = seconds; },
    play() { media.play().catch(() => say("The recording cannot be played.")); },
    pause() { media.pause(); },
    setRate(rate) { media.playbackRate = rate; },
  };
  const clock = recorded || silent;

  // --- the captions at a time --------------------------------------------------------------------------------------------
  const finders = data.versions.map(version => {
    const cues = version.cues;
    let latest = -Infinity;
    const until = cues.map(cue => (latest = Math.max(latest, cue[1])));  // ends so far: overlapping cues are few
    return seconds => {
      let low = 0, high = cues.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cues[middle][0] <= seconds) low = middle + 1; else high = middle;
      }
      const active = [];
      for (let at = low - 1; at >= 0 && until[at] > seconds; at--) if (cues[at][1] > seconds) active.unshift(cues[at]);
      return active;
    };
  });
  const stages = [...document.querySelectorAll(".stage")];
  const drawn = stages.map(() => "");
  let shown = true;
  const draw = (stage, number, active) => {
    const key = shown ? active.map(cue => cue[2]).join() : "";
    if (key === drawn[number]) return;
    drawn[number] = key;
    const box = stage.querySelector(".captions");
    box.replaceChildren(...(shown ? active : []).map(([, , , lines]) => {
      const paragraph = document.createElement("p");
      lines.forEach((runs, place) => {
        if (place) paragraph.append(document.createElement("br"));
        const line = document.createElement("span");
        line.className = "line";
        line.dir = "auto";
        for (const [text, look] of runs) {
          const run = document.createElement("span");
          if (look) run.className = look;
          run.textContent = text;
          line.append(run);
        }
        paragraph.append(line);
      });
      return paragraph;
    }));
  };

  // --- the list of cues --------------------------------------------------------------------------------------------------
  let current = null, chosen = 0;
  const reveal = item => {
    const top = item.offsetTop - list.offsetTop, bottom = top + item.offsetHeight;
    if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight) {
      list.scrollTo({ top: top - list.clientHeight / 3, behavior: calm.matches ? "auto" : "smooth" });
    }
  };
  const mark = number => {
    if (number === current) return;
    if (current !== null) items[current - 1].removeAttribute("aria-current");
    current = number;
    if (number === null) return;
    const item = items[number - 1];
    item.setAttribute("aria-current", "true");
    if (byId("follow").checked && !item.hidden && !list.contains(document.activeElement)) reveal(item);
  };
  const choose = (place, focus) => {
    buttons[chosen].tabIndex = -1;
    chosen = place;
    buttons[chosen].tabIndex = 0;
    if (focus) { buttons[chosen].focus({ preventScroll: true }); reveal(items[chosen]); }
  };

  // --- the position -------------------------------------------------------------------------------------------------------
  const pad = (value, width) => String(value).padStart(width, "0");
  const written = seconds => {
    const whole = Math.floor(seconds), hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
    return (hours ? `${hours}:${pad(minutes, 2)}` : minutes) + ":" + pad(whole % 60, 2);
  };
  const seek = byId("seek"), now = byId("now"), playhead = byId("playhead"), timeline = byId("timeline"), play = byId("play");
  const strip = timeline.parentElement, width = timeline.viewBox.baseVal.width;
  const show = () => {
    const seconds = clock.time;
    finders.forEach((find, number) => {
      const active = find(seconds);
      draw(stages[number], number, active);
      if (!number) mark(active.length ? active[active.length - 1][2] : null);
    });
    now.textContent = written(seconds) + "." + Math.floor(seconds * 10) % 10;
    seek.value = seconds;
    seek.setAttribute("aria-valuetext", `${written(seconds)} of ${written(data.end)}`);
    const x = data.end ? seconds / data.end * width : 0;
    playhead.setAttribute("x1", x);
    playhead.setAttribute("x2", x);
    if (clock.playing && (x < strip.scrollLeft || x > strip.scrollLeft + strip.clientWidth)) strip.scrollLeft = x - 40;
    const label = clock.playing ? "Pause" : "Play";
    if (play.textContent !== label) play.textContent = label;
  };
  const run = () => {
    if (clock === silent && silent.playing && silent.time >= data.end) silent.pause();
    show();
    if (clock.playing) requestAnimationFrame(run);
  };
  const jump = seconds => { clock.seek(Math.max(0, seconds)); show(); };
  const jumpTo = number => jump(times.get(number)[0] + 0.001);
  const toggle = () => { if (clock.playing) clock.pause(); else clock.play(); run(); };
  const near = () => {
    // the cue on screen, or else the last one before
    const seconds = clock.time;
    let place = -1;
    first.forEach((cue, number) => { if (cue[0] <= seconds + 0.0005) place = number; });
    return place;
  };

  play.addEventListener("click", toggle);
  const beside = by => {
    const cue = first[Math.min(Math.max(near() + by, 0), first.length - 1)];
    if (cue) jumpTo(cue[2]);
  };
  byId("previous").addEventListener("click", () => beside(-1));
  byId("next").addEventListener("click", () => beside(1));
  byId("rate").addEventListener("change", event => clock.setRate(Number(event.target.value)));
  byId("safe").addEventListener("change", event => document.body.classList.toggle("shows-safe", event.target.checked));
  seek.addEventListener("input", () => jump(Number(seek.value)));
  timeline.addEventListener("click", event => {
    const box = timeline.getBoundingClientRect();
    jump((event.clientX - box.left) / box.width * data.end);
  });
  const status = byId("status");
  const say = text => { status.textContent = text; };
  const issue = byId("issue");
  if (issue) issue.addEventListener("click", () => {
    const here = near() < 0 ? 0 : first[near()][2];
    const flagged = items.filter(item => item.dataset.worst && !item.hidden).map(item => Number(item.id.slice(4)));
    const number = flagged.find(each => each > here) || flagged[0];
    if (!number) return say("No finding among the cues shown.");
    jumpTo(number);
    choose(number - 1, false);
    reveal(items[number - 1]);
    const found = items[number - 1].querySelector(".finding p").textContent.trim();
    say(`Cue ${number}: ${found}`);
  });
  if (media) {
    for (const name of ["timeupdate", "seeked", "pause", "ended", "loadedmetadata"]) media.addEventListener(name, show);
    media.addEventListener("play", run);
    media.addEventListener("error", () => say("The recording cannot be loaded; captious preview --serve may help."));
    const tracks = [...media.textTracks];
    const apply = () => {
      const by = byId("drawn").value;
      shown = by === "page";
      tracks.forEach((track, number) => { track.mode = by === "browser" && !number ? "showing" : "hidden"; });
      drawn.fill("?");
      show();
    };
    byId("drawn").addEventListener("change", apply);
    apply();
  }

  // --- keys and filters -----------------------------------------------------------------------------------------------------
  list.addEventListener("click", event => {
    const button = event.target.closest("button[data-number]");
    if (!button) return;
    choose(Number(button.dataset.number) - 1, false);
    jumpTo(Number(button.dataset.number));
  });
  const step = (from, by) => {
    let place = from;
    for (let left = Math.abs(by); left > 0;) {
      let at = place + Math.sign(by);
      while (items[at] && items[at].hidden) at += Math.sign(by);
      if (!items[at]) break;
      place = at;
      left--;
    }
    return place;
  };
  list.addEventListener("keydown", event => {
    if (!event.target.matches("button[data-number]") || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -items.length, End: items.length };
    if (event.key === " ") toggle();
    else if (event.key in moves) choose(step(chosen, moves[event.key]), true);
    else return;
    event.preventDefault();
  });
  list.addEventListener("keyup", event => { if (event.key === " " && event.target.matches("button[data-number]")) event.preventDefault(); });
  const search = byId("search"), speaker = byId("speaker"), showing = byId("show");
  const texts = items.map(item => item.querySelector(".text").textContent.toLowerCase());
  const filter = () => {
    const wanted = search.value.trim().toLowerCase(), who = speaker ? speaker.value : "", what = showing.value;
    let count = 0;
    items.forEach((item, place) => {
      const kept = (!wanted || texts[place].includes(wanted)) && (!who || item.dataset.who === who)
        && (!what || (what === "findings" ? "worst" in item.dataset : what === "changed" ? "changed" in item.dataset : item.dataset.worst === what));
      item.hidden = !kept;
      count += kept;
    });
    const cues = items.length === 1 ? "cue" : "cues";
    const [some, all] = [count, items.length].map(number => number.toLocaleString("en"));
    say(count === items.length ? `${all} ${cues}` : `${some} of ${all} ${cues}`);
    if (count && items[chosen].hidden) choose(items.findIndex(item => !item.hidden), false);
  };
  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  search.form.addEventListener("submit", event => {
    event.preventDefault();
    filter();
    if (!items[chosen].hidden) choose(chosen, true);
  });
  for (const select of [speaker, showing]) if (select) select.addEventListener("change", filter);
  const fit = () => stages.forEach(stage => {
    // the longest line the style allows fits into the safe width
    stage.style.setProperty("--fit", `${(78 / (data.line * 0.56)).toFixed(3)}cqw`);
  });
  fit();
  show();
})();
