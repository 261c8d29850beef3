// The time zone that this machine is set to, for whoever has not chosen one yet.
(() => {
  "use strict";
  const zone = document.querySelector("input[data-zone]");
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && here) zone.value = here;
})();
