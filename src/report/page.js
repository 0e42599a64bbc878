// What the page can do beyond links: filter findings, go from one to the next by key, bring the passages of a finding beside
// each other, unfold what a link leads to and what is printed. Without it everything is there all the same.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const findings = all("main .finding:not(.suppressed)");
  const sets = all("main > .set");
  const bar = document.getElementById("filters");
  const boxes = bar ? all("input[data-of]", bar) : [];

  const filter = () => {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset.of + " " + box.value));
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = off.has("severity " + finding.dataset.severity) || off.has("check " + finding.dataset.check);
      shown += !finding.hidden;
    }
    document.getElementById("shown").textContent = shown;
    // of many sets, those alone in which something is left to see
    const empty = (element) => off.size > 0 && !element.querySelector(".finding:not(.suppressed, [hidden])");
    for (const notes of all("details.notes")) notes.hidden = empty(notes);
    if (sets.length > 1) for (const set of sets) set.hidden = empty(set);
  };
  if (bar) {
    bar.hidden = false;
    bar.addEventListener("change", filter);
    filter(); // a browser may have kept the boxes of an earlier visit
  }

  const unfold = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.localName === "details") at.open = true;
      at.hidden = false;
    }
  };
  const aim = () => unfold(document.getElementById(location.hash.slice(1)));
  addEventListener("hashchange", aim);
  aim();

  // The stories of a finding, in the order of its claims, to the left; in each the passage in sight.
  const lay = (finding) => {
    for (const mark of all("mark.current")) mark.classList.remove("current");
    for (const back of all(`a.back[href="#${finding.id}"]`)) back.parentElement.previousElementSibling.classList.add("current");
    const passages = new Map();
    for (const link of all('a[href^="#"]', finding)) {
      const to = document.getElementById(link.hash.slice(1));
      const story = to && to.closest(".columns > .story");
      if (story && !passages.has(story)) passages.set(story, to);
    }
    for (const story of [...passages.keys()].reverse()) story.parentElement.prepend(story); // which scrolls it to its top
    for (const [story, to] of passages) {
      const body = story.querySelector(".body");
      story.parentElement.scrollLeft = 0;
      body.scrollTop += to.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
    }
  };
  const wide = matchMedia("(min-width: 48rem)"); // as in the style: stories stand beside each other
  document.addEventListener("click", (event) => {
    const link = event.target.closest('.finding a[href^="#"]');
    const to = link && document.getElementById(link.hash.slice(1));
    if (!to) return;
    unfold(to);
    lay(link.closest(".finding"));
    const columns = to.closest(".columns");
    // Behind the browser's own jump; not by scrollIntoView, which would take the keyboard along.
    if (columns && wide.matches) setTimeout(() => scrollBy(0, columns.getBoundingClientRect().top - 16));
  });

  const keys = document.getElementById("keys");
  document.addEventListener("keydown", (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || !keys || !keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = findings.filter((finding) => !finding.hidden);
    const at = shown.findIndex((finding) => finding.contains(document.activeElement));
    const next = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step];
    if (!next) return;
    unfold(next);
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "start" });
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("main details:not([open], .rest)");
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
