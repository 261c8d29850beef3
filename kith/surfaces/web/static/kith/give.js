// Something given is written down in a dialog, over whatever page one is on (w, or the menu's link).
(() => {
  "use strict";
  document.addEventListener("htmx:afterSwap", (event) => {
    const sheet = event.target;
    if (sheet.id === "give" && !sheet.open) sheet.showModal();
  });
  document.addEventListener("click", (event) => {
    if (event.target.id === "give") event.target.close();
  });
})();
