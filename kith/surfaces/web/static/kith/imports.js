// The upload: files and folders that are dropped anywhere on the page, and how much of them has gone
// over. Without this the form works as any form does. Its words stand in the page.
(() => {
  "use strict";
  const form = document.getElementById("upload");
  if (!form || !window.XMLHttpRequest) return;
  const input = form.querySelector("input[name=mail]");
  const folder = form.querySelector("[data-folder]");
  const over = document.getElementById("dropping");
  const names = form.querySelector("[data-names]");
  const bar = form.querySelector("[data-progress]");
  const far = form.querySelector("[data-far]");
  const button = form.querySelector("button[type=submit]");
  const trouble = document.getElementById("upload-trouble");
  const words = form.dataset;
  const most = Number(words.most);

  const say = (text) => {
    trouble.textContent = text;
    trouble.hidden = !text;
    if (text) trouble.scrollIntoView({ block: "nearest" });
  };
  const filled = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
  const mega = (bytes) => (bytes / 1048576).toFixed(1);
  const size = () => [...input.files].reduce((sum, file) => sum + file.size, 0);
  const busy = (is) => {
    button.disabled = is;
    bar.hidden = !is;
    if (!is) far.textContent = "";
  };
  const show = () => {
    names.replaceChildren(
      ...[...input.files].map((file) => {
        const line = document.createElement("li");
        line.textContent = `${file.name} (${mega(file.size)} MB)`;
        return line;
      }),
    );
    say(size() > most ? words.tooLarge : "");
  };
  const take = async (coming) => {
    busy(true);
    try {
      const files = await coming;
      const carried = new DataTransfer();
      files.forEach((file) => carried.items.add(file));
      input.files = carried.files;
      show();
      if (!files.length) say(words.empty);
      else form.querySelector("[data-drop]").scrollIntoView({ block: "nearest" });
    } catch {
      say(words.unread);
    }
    busy(false);
    button.focus({ preventScroll: true });
  };
  const packing = (done, all) => {
    bar.max = all;
    bar.value = done;
    if (done % 50 === 0 || done === all) far.textContent = filled(words.packing, { done, all });
  };

  input.addEventListener("change", show);
  folder.closest("[hidden]").hidden = false;
  folder.addEventListener("change", () => take(window.kithFolders.chosen(folder.files, packing)));

  // The whole window takes them, and says so as soon as they are over it.
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  const hover = (is) => {
    over.hidden = !is;
  };
  ["dragenter", "dragover"].forEach((kind) =>
    addEventListener(kind, (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      hover(true);
    }),
  );
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) hover(false);
  });
  addEventListener("drop", (event) => {
    hover(false);
    if (!carries(event) || button.disabled) return;
    event.preventDefault();
    take(window.kithFolders.dropped(event.dataTransfer, packing));
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (size() > most) return show();
    say("");
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (step) => {
      bar.max = step.total;
      bar.value = step.loaded;
      far.textContent = filled(words.far, { done: mega(step.loaded), all: mega(step.total) });
    });
    request.addEventListener("load", () => {
      if (request.status < 400) {
        window.location.assign(request.responseURL);
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const said = page.querySelector("#upload-trouble, main h1 ~ p, main p");
      say(said ? said.textContent.trim() : `${words.refused} (${request.status})`);
      busy(false);
    });
    request.addEventListener("error", () => {
      say(words.broke);
      busy(false);
    });
    busy(true);
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
})();
