// Ways to go without a mouse: the palette (Ctrl-K), g and a letter, [ and ] through the last list.
(() => {
  "use strict";
  const palette = () => document.getElementById("palette");
  const asked = () => document.getElementById("palette-asked");
  const options = () => [...document.querySelectorAll("#palette-offered [role=option]")];
  const chosen = () => options().find((one) => one.getAttribute("aria-selected") === "true");

  const choose = (option) => {
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    if (option) {
      asked().setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else asked().removeAttribute("aria-activedescendant");
  };
  const open = () => {
    palette().showModal();
    asked().select();
    asked().dispatchEvent(new Event("open"));
  };
  const step = (by) => {
    const all = options();
    if (!all.length) return;
    const at = all.indexOf(chosen());
    choose(all[(at + by + all.length) % all.length]);
  };
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "palette-offered") choose(options()[0]);
  });
  document.addEventListener("click", (event) => {
    if (event.target === palette()) palette().close();
  });

  // What stood in the last list of its kind (/accounts/…, /activities/…): [ and ] go through it.
  const kind = (path) => `kith-list-${path.split("/")[1]}`;
  const keep = () => {
    const lists = {};
    for (const link of document.querySelectorAll("[data-row] [data-open]")) {
      (lists[kind(link.pathname)] ||= []).push(link.pathname);
    }
    for (const [name, paths] of Object.entries(lists)) sessionStorage.setItem(name, JSON.stringify(paths));
  };
  addEventListener("pagehide", keep);
  const beside = (by) => {
    const all = JSON.parse(sessionStorage.getItem(kind(location.pathname)) || "[]");
    const at = all.indexOf(location.pathname);
    if (at >= 0 && all[at + by]) location.assign(all[at + by]);
  };

  let went = -Infinity; // when g was pressed; zero would be the moment the page came in
  const go = (key) => {
    const link = document.querySelector(`[data-go="${key}"]`);
    if (link) link.click();
    return Boolean(link);
  };
  const typing = (node) => node.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (!palette()) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) open();
      return;
    }
    if (event.target === asked()) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (chosen()) chosen().querySelector("a").click();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "g") went = event.timeStamp;
    else if (event.timeStamp - went < 1500 && go(event.key)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      went = -Infinity;
    } else if (event.key === "[") beside(-1);
    else if (event.key === "]") beside(1);
  });
})();
