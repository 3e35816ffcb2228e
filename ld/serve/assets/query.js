"use strict";
// Completion: below the query stand the terms that begin, or go on, as the word before the cursor does.
(() => {
  const query = document.getElementById("query");
  const list = document.getElementById("_terms");
  const terms = JSON.parse(query.dataset.terms);
  const word = () => /[\w:<][\w:/.#<-]*$/.exec(query.value.slice(0, query.selectionStart))?.[0] ?? "";
  const fitting = (begun) => {
    const sought = begun.toLowerCase();
    const starts = terms.filter((term) => term.toLowerCase().startsWith(sought));
    const others = terms.filter((term) => !starts.includes(term) && term.toLowerCase().includes(sought));
    return [...starts, ...others].filter((term) => term !== begun).slice(0, 8);
  };
  const insert = (term) => {
    query.setRangeText(term, query.selectionStart - word().length, query.selectionStart, "end");
    query.focus();
    show();
  };
  const show = () => {
    const begun = word();
    const found = begun.length < 2 ? [] : fitting(begun);
    list.hidden = !found.length;
    list.replaceChildren(...found.map((term) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = term;
      button.addEventListener("click", () => insert(term));
      return button;
    }));
  };
  query.addEventListener("input", show);
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) query.form.requestSubmit();
  });
})();
