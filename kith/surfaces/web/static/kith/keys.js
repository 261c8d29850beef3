// Keys for people who work through a list: j k Enter e d s w b y n u / ?. Everything they do has a button too.
(() => {
  "use strict";
  const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);
  const here = () => document.activeElement && document.activeElement.closest("[data-row]");
  const typing = (node) => node.closest("input, textarea, select, [contenteditable]");

  const step = (by) => {
    const all = rows();
    const at = all.indexOf(here());
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (!next) return;
    (next.matches("details") ? next.querySelector("summary") : next).focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const click = (selector) => {
    const found = here() && here().querySelector(selector);
    if (found) found.click();
    return Boolean(found);
  };
  const pressed = (key) =>
    [...document.querySelectorAll("[data-press]")].find((one) => one.dataset.press.split(" ").includes(key));
  // Opens a sheet of answers and stands on its first one.
  const sheet = (selector) => {
    const summary = here() && here().querySelector(selector);
    if (!summary) return false;
    if (!summary.matches("summary")) return summary.click() ?? true; // the sheet is fetched first
    summary.parentElement.open = true;
    summary.parentElement.querySelector("button, input:not([type=hidden])").focus();
    return true;
  };
  // An answered question gives way to the next one; without a choice it is the first that waits.
  const answer = (selector) => {
    const waiting = [...document.querySelectorAll("[data-ask]")];
    const row = waiting.includes(here()) ? here() : waiting[0];
    const button = row && row.querySelector(selector);
    if (!button) return;
    const next = waiting[waiting.indexOf(row) + 1] || waiting.find((other) => other !== row);
    button.click();
    if (next) next.focus();
  };
  const undo = () => {
    const given = [...document.querySelectorAll("[data-undo]")];
    given.sort((one, other) => one.dataset.undo - other.dataset.undo).pop()?.click();
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    e: () => click("[data-proof]") || click("summary"),
    d: () => click("[data-done]"),
    s: () => sheet("[data-snooze]"),
    w: () => sheet("[data-wrong]") || document.querySelector("[data-give]")?.click(),
    b: () => sheet("[data-back]"),
    y: () => answer("[data-yes]"),
    n: () => answer("[data-no]"),
    u: undo,
    "/": () => document.querySelector("[data-key='/']")?.focus(),
    "?": () => document.getElementById("keys")?.showModal(),
  };

  // What came in place of what had the focus takes it, once: `autofocus` in a piece of a page is
  // heeded by the browser and by htmx both, and scrolls.
  document.addEventListener("htmx:afterSwap", () => {
    const fresh = document.querySelector("[data-focus]");
    if (!fresh) return;
    fresh.removeAttribute("data-focus");
    fresh.focus({ preventScroll: true });
  });

  // A sheet that hangs from a word closes when one looks elsewhere.
  const shut = (but) =>
    document.querySelectorAll(".pick[open], .menu[open]").forEach((sheet) => {
      if (!sheet.contains(but)) sheet.open = false;
    });
  document.addEventListener("click", (event) => shut(event.target));
  document.addEventListener("focusin", (event) => shut(event.target));

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = event.target.closest(".pick[open], .menu[open]");
      if (open) open.querySelector("summary").focus();
      shut(null);
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    // Where a page names a key for a button, that is the key's meaning there. One at a time: a key
    // that is held, or comes before the last one's answer, must not speak of the next card unread.
    const button = pressed(event.key);
    if (button && !(event.key === "Enter" && event.target.closest("a, button, summary, select"))) {
      event.preventDefault();
      if (!event.repeat && !document.querySelector(".htmx-request")) button.click();
      return;
    }
    if (event.key === "Enter") {
      // Only when the row itself has the focus: links and buttons in it keep their own Enter.
      if (event.target.matches("[data-row]") && click(".entry__about a, [data-open]")) event.preventDefault();
      return;
    }
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
