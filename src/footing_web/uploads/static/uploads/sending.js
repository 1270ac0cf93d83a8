// Shows how much of the files has been sent, and lets the sending be stopped. Without this script the form works as it is.
const form = document.querySelector("[data-sending]");

function shown() {
  const place = document.createElement("div");
  place.setAttribute("role", "status");
  const words = document.createElement("p");
  words.className = "govuk-body";
  words.textContent = "Sending the files";
  const bar = document.createElement("progress");
  bar.className = "footing-progress";
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", "How much has been sent");
  const stop = document.createElement("button");
  stop.type = "button";
  stop.className = "govuk-button govuk-button--secondary";
  stop.textContent = "Stop sending";
  place.append(words, bar, stop);
  form.append(place);
  bar.scrollIntoView({ block: "nearest" });
  return { place, words, bar, stop };
}

function send(event) {
  if (!Array.from(form.querySelectorAll("input[type=file]")).some((input) => input.files.length)) return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  const buttons = form.querySelectorAll("button");
  const parts = shown();
  const request = new XMLHttpRequest();
  const restore = () => {
    parts.place.remove();
    buttons.forEach((button) => { button.disabled = false; });
  };
  buttons.forEach((button) => { button.disabled = true; });
  request.upload.addEventListener("progress", (sent) => {
    parts.bar.value = sent.lengthComputable ? (100 * sent.loaded) / sent.total : 0;
    if (sent.loaded === sent.total) parts.words.textContent = "Sent. The files are being looked at";
  });
  request.addEventListener("load", () => {
    if (request.responseURL && new URL(request.responseURL).pathname !== window.location.pathname) {
      window.location.assign(request.responseURL);
      return;
    }
    document.open();
    document.write(request.responseText);
    document.close();
  });
  request.addEventListener("error", () => { parts.words.textContent = "The connection was lost. Try again."; restore(); });
  request.addEventListener("abort", restore);
  parts.stop.addEventListener("click", () => request.abort());
  request.open("POST", form.action || window.location.href);
  request.send(data);
}

if (form) form.addEventListener("submit", send);
