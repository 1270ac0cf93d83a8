// Keeps the page of a run fresh: asks for the part that changes, and goes to the result when the run has ended.
const place = document.querySelector("[data-progress][data-under-way]");
const PAUSE_MILLISECONDS = 1000;

async function refresh() {
  let answer;
  try {
    answer = await fetch(place.dataset.progress, { credentials: "same-origin", redirect: "error" });
  } catch {
    setTimeout(refresh, 5 * PAUSE_MILLISECONDS);
    return;
  }
  if (answer.ok) {
    const words = await answer.text();
    if (words.trim() !== refresh.last) {
      refresh.last = words.trim();
      place.innerHTML = words;
    }
    if (answer.headers.get("Footing-Run") === "ended") {
      location.reload();
      return;
    }
  }
  setTimeout(refresh, PAUSE_MILLISECONDS);
}

if (place) setTimeout(refresh, PAUSE_MILLISECONDS);
