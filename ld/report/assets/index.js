"use strict";
(() => {
  const search = document.getElementById("_search");
  const found = document.getElementById("_found");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const articles = [...document.querySelectorAll("#_articles > li")].map((item) => ({
    item,
    words: fold(`${item.textContent} ${item.dataset.words}`),
  }));
  const all = found.textContent;
  search.parentElement.hidden = false;
  search.addEventListener("input", () => {
    const asked = fold(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { item, words } of articles) {
      item.hidden = !asked.every((word) => words.includes(word));
      count += item.hidden ? 0 : 1;
    }
    found.textContent = asked.length ? `${count} of ${all}` : all;
  });
})();
