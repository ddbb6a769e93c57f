const mostBytes = 25 * 1024 * 1024;
const inMb = (bytes) => `${(bytes / (1024 * 1024)).toFixed(1)} MB`;

// Sends a form with a file while the page stays, and shows how far it is. Without this the browser
// sends the form by itself, and the answer is the same page.
export function upload(form) {
  const field = form.querySelector("input[type=file]");
  const box = form.querySelector("[data-upload-progress]");
  const bar = box.querySelector("progress");
  const words = box.querySelector("[data-upload-words]");
  const status = form.querySelector("[data-upload-status]");
  let running = false;

  const tell = (text) => {
    words.textContent = text;
    status.textContent = text;
  };

  function stopped(text) {
    running = false;
    bar.hidden = true;
    box.hidden = false;
    tell(text);
  }

  // The server's page with what is wrong takes the place of this one; the chosen file stays chosen.
  function showPage(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const main = page.querySelector("main");
    const next = main?.querySelector("input[type=file]");
    if (!next) return stopped("The file could not be taken. Nothing that you typed is lost.");
    next.files = field.files;
    document.querySelector("main").replaceWith(main);
    document.title = page.title;
    for (const again of main.querySelectorAll("form[data-upload]")) upload(again);
    main.querySelector("[data-focus]")?.focus();
    return undefined;
  }

  form.addEventListener("submit", (event) => {
    const file = field.files[0];
    if (!file) return;
    event.preventDefault();
    if (running) return;
    if (file.size > mostBytes) {
      stopped(`The file has ${inMb(file.size)}. Choose one with at most 25 MB, or split it.`);
      return;
    }
    running = true;
    box.hidden = false;
    bar.hidden = false;
    bar.value = 0;
    tell(`Sending ${inMb(file.size)}`);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (step) => {
      bar.value = step.lengthComputable ? Math.floor((100 * step.loaded) / step.total) : 0;
      words.textContent = `Sending ${inMb(file.size)}: ${bar.value} of 100`;
    });
    request.addEventListener("load", () => {
      if (request.status === 422) {
        showPage(request.responseText);
      } else if (request.status < 400) {
        window.location.assign(request.responseURL);
      } else if (request.status === 401) {
        stopped(
          "You were signed out. Sign in again in another window, then press the button again.",
        );
      } else {
        stopped("The file could not be taken just now. Press the button again in a while.");
      }
    });
    request.addEventListener("error", () =>
      stopped("The connection was lost. Press the button again: nothing is sent twice."),
    );
    request.send(new FormData(form));
  });
}
