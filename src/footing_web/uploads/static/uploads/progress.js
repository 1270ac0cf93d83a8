// Draws how far the worker is, and opens the page anew when it has come to its end.
const place = document.querySelector("[data-progress]");

async function look() {
  try {
    const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" } });
    const found = await answer.json();
    if (!found.working) {
      window.location.reload();
      return;
    }
    const step = place.querySelector("[data-step]");
    if (step.textContent !== found.step) step.textContent = found.step;
    place.querySelector("progress").value = found.percent;
  } catch {
    // The connection was lost for a moment; the next look may have it again.
  }
  setTimeout(look, 1000);
}

if (place) setTimeout(look, 1000);
