// Lets people read a chart mark by mark: by pointing at it, by touch, or with the arrow keys.
// Every figure stands in the table beside the chart, too: nothing can be read here alone.
const NEAR_PIXELS = 28;
const HINT = "Point at the chart, or move to it and use the arrow keys, to read each mark.";
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function away(box, x, y) {
  const across = Math.max(box.left - x, 0, x - box.right);
  const down = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(across, down);
}

function nearest(marks, x, y) {
  let found = null;
  let least = NEAR_PIXELS;
  for (const mark of marks) {
    const distance = away(mark.getBoundingClientRect(), x, y);
    if (distance < least) {
      found = mark;
      least = distance;
    }
  }
  return found;
}

function enliven(chart, words) {
  const marks = [...chart.querySelectorAll("[data-told]")];
  if (!marks.length) return false;
  let current = null;

  function tell(mark) {
    if (mark === current) return;
    current?.classList.remove("chart-mark--told");
    current = mark;
    words.textContent = mark ? mark.dataset.told : "";
    words.classList.toggle("chart-told--shown", Boolean(mark));
    if (!mark) return;
    mark.classList.add("chart-mark--told");
    const figure = words.parentElement.getBoundingClientRect();
    const box = mark.getBoundingClientRect();
    const middle = (box.left + box.right) / 2 - figure.left - words.offsetWidth / 2;
    const room = figure.width - words.offsetWidth;
    words.style.left = `${Math.min(Math.max(middle, 0), Math.max(room, 0))}px`;
    words.style.top = `${box.top - figure.top - words.offsetHeight - 8}px`;
  }

  chart.tabIndex = 0;
  chart.addEventListener("pointermove", (event) => tell(nearest(marks, event.clientX, event.clientY)));
  chart.addEventListener("pointerdown", (event) => tell(nearest(marks, event.clientX, event.clientY)));
  chart.addEventListener("pointerleave", (event) => event.pointerType === "touch" || tell(null));
  chart.addEventListener("blur", () => tell(null));
  document.addEventListener("keydown", (event) => event.key === "Escape" && tell(null));
  chart.addEventListener("keydown", (event) => {
    const last = marks.length - 1;
    const step = STEPS[event.key];
    if (step) tell(marks[current ? Math.min(Math.max(marks.indexOf(current) + step, 0), last) : 0]);
    else if (event.key === "Home") tell(marks[0]);
    else if (event.key === "End") tell(marks[last]);
    else return;
    event.preventDefault();
  });
  return true;
}

for (const figure of document.querySelectorAll(".report .figure")) {
  const words = document.createElement("p");
  words.className = "chart-told";
  words.setAttribute("aria-live", "polite");
  figure.append(words);
  const live = [...figure.querySelectorAll(".chart")].map((chart) => enliven(chart, words));
  if (!live.includes(true)) {
    words.remove();
    continue;
  }
  const hint = document.createElement("p");
  hint.className = "chart-hint";
  hint.textContent = HINT;
  figure.append(hint);
}
