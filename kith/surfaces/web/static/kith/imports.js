// The upload: files that are dropped, and how much of them has gone over. Without this the form
// works as any form does.
(() => {
  "use strict";
  const form = document.getElementById("upload");
  if (!form || !window.XMLHttpRequest) return;
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector("[data-drop]");
  const names = form.querySelector("[data-names]");
  const bar = form.querySelector("[data-progress]");
  const button = form.querySelector("button[type=submit]");
  const trouble = document.getElementById("upload-trouble");
  const most = Number(form.dataset.most);

  const say = (text) => {
    trouble.textContent = text;
    trouble.hidden = !text;
    if (text) trouble.scrollIntoView({ block: "nearest" });
  };
  const size = () => [...input.files].reduce((sum, file) => sum + file.size, 0);
  const show = () => {
    names.replaceChildren(
      ...[...input.files].map((file) => {
        const line = document.createElement("li");
        line.textContent = `${file.name} (${(file.size / 1048576).toFixed(1)} MB)`;
        return line;
      }),
    );
    say(size() > most ? "That is more than may be uploaded at once. Upload it in parts." : "");
  };

  input.addEventListener("change", show);
  ["dragenter", "dragover"].forEach((kind) =>
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("drop--over");
    }),
  );
  ["dragleave", "drop"].forEach((kind) =>
    drop.addEventListener(kind, () => drop.classList.remove("drop--over")),
  );
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    const items = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.());
    if (items.some((entry) => entry && entry.isDirectory)) {
      say("That is a folder. Pack it into a zip, and drop the zip.");
      return;
    }
    input.files = event.dataTransfer.files;
    show();
  });

  const rest = () => {
    button.disabled = false;
    bar.hidden = true;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (size() > most) return show();
    say("");
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (step) => {
      bar.max = step.total;
      bar.value = step.loaded;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) {
        window.location.assign(request.responseURL);
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const said = page.querySelector("#upload-trouble, main h1 ~ p, main p");
      say(said ? said.textContent.trim() : `The server refused it (${request.status}).`);
      rest();
    });
    request.addEventListener("error", () => {
      say("The connection broke before all of it was there. Try again.");
      rest();
    });
    button.disabled = true;
    bar.hidden = false;
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
})();
