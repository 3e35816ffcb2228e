"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const help = byId("_help");
  const single = byId("_single");
  const cards = [...document.querySelectorAll(".desk")].map((desk) => desk.closest("article[id], li[id]"));
  let current = null;

  const choose = (card) => {
    if (!card) return;
    current?.classList.remove("current");
    current = card;
    for (let list = card.closest("details"); list; list = list.parentElement.closest("details")) list.open = true;
    card.classList.add("current");
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };
  const move = (step) => {
    const place = cards.indexOf(current) + step;
    choose(cards[Math.max(0, Math.min(place, cards.length - 1))]);
  };
  const press = (key) => current?.querySelector(`[data-key="${key}"]`)?.click();
  const undo = () => document.querySelector('.bar [data-key="u"]')?.click();
  const showKeys = () => help.showModal();
  const KEYS = { j: () => move(1), k: () => move(-1), u: undo, "?": showKeys };

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest?.("article[id], li[id]");
    if (card !== current && cards.includes(card)) {
      current?.classList.remove("current");
      current = card;
      card.classList.add("current");
    }
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input:not([type=checkbox]), select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping || help.open) return;
    if (event.key === "Enter") {
      if (event.target === current) press("1");
      return;
    }
    if (event.key === "?" || single.checked) {
      if (KEYS[event.key]) KEYS[event.key]();
      else if (/^[1-9nxrws]$/.test(event.key)) press(event.key);
      else return;
      event.preventDefault();
    }
  });
  byId("_keys").addEventListener("click", showKeys);

  // Whoever speaks to the computer, or whose screen reader has keys of its own, turns single keys off (WCAG 2.1.4).
  single.checked = localStorage.getItem("article-ld-keys") !== "off";
  single.addEventListener("change", () => localStorage.setItem("article-ld-keys", single.checked ? "on" : "off"));

  const here = new URL(location.href);
  const target = here.hash.length > 1 ? byId(decodeURIComponent(here.hash.slice(1))) : null;
  if (here.searchParams.has("done")) {
    choose(cards.includes(target) ? target : cards[0]);
    setTimeout(() => (byId("_said").textContent = byId("_done").textContent), 100);
    here.searchParams.delete("done");
    history.replaceState(null, "", here);
  } else if (cards.includes(target)) choose(target);
  byId("_keys").hidden = false;
  document.documentElement.classList.add("js");
})();
