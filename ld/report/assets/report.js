"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const text = byId("_text");
  const panel = byId("_panel");
  const about = byId("_about");
  const close = byId("_close");
  const HOW = { name: "name", short: "short form", demonym: "demonym", nominal: "description", metonym: "metonym" };
  let chosen = null;
  let pinned = false;

  const make = (name, className, ...children) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };
  const copy = (node) => {
    const made = node.cloneNode(true);
    for (const child of [made, ...made.querySelectorAll("[id]")]) child.removeAttribute("id");
    return made;
  };
  const cardOf = (mention) => byId(mention.dataset.entity);
  const linkOf = (mention) => (mention.matches("a") ? mention : mention.querySelector(":scope > a.own"));
  const nameOf = (mention) => cardOf(mention).querySelector(".name");

  // Filled from the page's own nodes, never from strings of markup.
  const describe = (mention) => {
    const card = cardOf(mention);
    const title = make("p", `panel-name ${nameOf(mention).className}`, ...copy(nameOf(mention)).childNodes);
    const verdict = copy(card.querySelector(".verdict"));
    const words = make("dd", "", make("q", "", mention.textContent), ` (${HOW[mention.dataset.how]})`);
    verdict.prepend(make("div", "", make("dt", "", "Words"), words));
    about.replaceChildren(title, copy(card.querySelector(".identity")), verdict);
    const proves = (mention.dataset.proves ?? "").split(" ").filter(Boolean);
    if (proves.length) {
      const list = make("ul", "states");
      for (const number of proves) {
        const link = make("a", "", ...copy(byId(`_f${number}`).querySelector(".says")).childNodes);
        link.href = `#_f${number}`;
        list.append(make("li", "", link));
      }
      about.append(make("p", "panel-title", "Facts that cite these words"), list);
    }
    const outer = mention.parentElement.closest(".m");
    if (outer) {
      const button = make("button", "within", ...copy(nameOf(outer)).childNodes);
      button.type = "button";
      button.addEventListener("click", () => choose(outer, true));
      about.append(make("p", "panel-title", "These words lie within"), button);
    }
    const more = make("a", "more", "All about ", ...copy(nameOf(mention)).childNodes);
    more.href = `#${mention.dataset.entity}`;
    about.append(make("p", "", more));
  };

  const choose = (mention, pin) => {
    if (chosen) chosen.classList.remove("chosen");
    chosen = mention;
    pinned = pin;
    mention.classList.add("chosen");
    describe(mention);
    panel.classList.add("open");
    panel.classList.toggle("pinned", pin);
    reveal(mention);
  };
  // On a narrow screen the panel lies over the text: what it speaks of must stay in sight.
  const reveal = (mention) => {
    const above = getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
    const { bottom } = mention.getBoundingClientRect();
    if (bottom > above - 16) scrollBy({ top: bottom - above + 48 });
  };
  const dismiss = () => {
    const last = chosen;
    const hadFocus = panel.contains(document.activeElement);
    if (last) last.classList.remove("chosen");
    chosen = null;
    pinned = false;
    panel.classList.remove("open", "pinned");
    if (hadFocus && last) linkOf(last)?.focus({ preventScroll: true });
  };
  const announce = (mention) => {
    const item = cardOf(mention).querySelector(".identity").textContent;
    const proves = (mention.dataset.proves ?? "").split(" ").filter(Boolean).length;
    byId("_said").textContent = `${nameOf(mention).textContent}, ${item}, ${proves} facts. Enter opens the details.`;
  };
  const mentionAt = (event) => event.target.closest?.("#_text .m:not(.off)");

  text.addEventListener("mouseover", (event) => {
    const mention = mentionAt(event);
    if (mention && !pinned && matchMedia("(hover: hover)").matches) choose(mention, false);
  });
  text.addEventListener("focusin", (event) => {
    const mention = mentionAt(event);
    if (!mention || !event.target.matches(":focus-visible")) return;
    choose(mention, false);
    announce(mention);
  });
  text.addEventListener("click", (event) => {
    const mention = mentionAt(event);
    if (!mention || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (getSelection().toString()) return;
    choose(mention, true);
    about.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
  });
  close.addEventListener("click", dismiss);

  for (const filter of document.querySelectorAll(".filters input")) {
    filter.addEventListener("change", () => {
      for (const mention of text.querySelectorAll(`.m.${filter.value}`)) {
        mention.classList.toggle("off", !filter.checked);
        const link = linkOf(mention);
        if (link) link.tabIndex = filter.checked ? 0 : -1;
      }
      const cards = byId(`_${filter.value}`);
      if (cards) cards.hidden = !filter.checked;
    });
  }

  // Offsets are code points of the article's text; strings here count UTF-16 units.
  const rangeOf = (start, end) => {
    const parts = [...text.querySelectorAll("[data-start]")];
    const part = parts.findLast((candidate) => Number(candidate.dataset.start) <= start);
    const range = document.createRange();
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let at = Number(part.dataset.start);
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const points = [...node.data];
      const units = (offset) => points.slice(0, offset - at).join("").length;
      if (!begun && start < at + points.length) {
        range.setStart(node, units(start));
        begun = true;
      }
      range.setEnd(node, units(Math.min(end, at + points.length)));
      at += points.length;
      if (end <= at) break;
    }
    return range;
  };
  document.addEventListener("click", (event) => {
    const proof = event.target.closest?.("a.at");
    if (!proof || !globalThis.CSS?.highlights) return;
    const range = rangeOf(...proof.dataset.at.split(" ").map(Number));
    CSS.highlights.set("proof", new Highlight(range));
  });
  // A statement that is led to may stand in a closed list.
  const open = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    for (let list = target && target.closest("details"); list; list = list.parentElement.closest("details")) {
      list.open = true;
    }
    if (target) target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);

  panel.hidden = false;
  close.hidden = false;
  document.documentElement.classList.add("js");
  open();
})();
